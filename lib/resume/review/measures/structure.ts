import type { PartialDate, ResumeProfile } from "@/lib/resume/profile";
import type { Engagement } from "../read-engagements";
import type { Measure } from "../schema";
import { give, quoteOf, shareOf } from "./counting";

const dimension = "structure";

/** Whether a reader finds things: headings, dates, an order, one thing on a line. */
export function measureStructure(text: string, profile: ResumeProfile, engagements: Engagement[]): Measure[] {
  const kinds = new Set(profile.sections.flatMap(({ kind, heading }) => (heading ? [kind] : [])));
  const parts = {
    education: kinds.has("education"),
    experience: (["work", "internship", "projects"] as const).some((kind) => kinds.has(kind)),
    skills: kinds.has("skills"),
  };
  const absent = Object.entries(parts).flatMap(([key, isThere]) => (isThere ? [] : [key]));
  const entries = [...profile.work, ...profile.projects, ...profile.education];
  const isDated = ({ start, end }: (typeof entries)[number]) => start !== null || end !== null;
  const undated = entries.find((entry) => !isDated(entry));
  const order = orderOf(profile);
  const told = engagements.filter(({ statements }) => statements.length > 0);
  const listed = told.filter(({ statements }) => statements.length === 1 || statements.some(({ isItem }) => isItem));
  return [
    give(dimension, "headings", 6, {
      share: (3 - absent.length) / 3,
      values: absent.length > 0 ? { absent: absent.join(" ") } : {},
      spans: profile.sections.flatMap(({ heading }) => heading ?? []),
    }),
    give(dimension, "dates", 4, {
      share: shareOf(entries.filter(isDated).length, entries.length),
      values: {
        ...{ count: entries.filter(isDated).length, total: entries.length },
        ...(undated && { entry: quoteOf(text, undated.span) }),
      },
      spans: undated ? [undated.span] : [],
    }),
    give(dimension, "order", 2, {
      share: order === "newest" ? 1 : order === "oldest" ? 0.5 : 0,
      values: { order },
    }),
    give(dimension, "items", 3, {
      share: shareOf(listed.length, told.length),
      values: { count: listed.length, total: told.length },
    }),
  ];
}

/** How the jobs follow each other; without jobs the projects, else the studies. One alone is in order. */
function orderOf({ work, projects, education }: ResumeProfile): "newest" | "oldest" | "mixed" | "none" {
  const lists = [work, projects, education].map((entries) => entries.flatMap(({ start }) => start?.value ?? []));
  const dates = lists.find((list) => list.length > 0) ?? [];
  if (dates.length === 0) return "none";
  const steps = dates.slice(1).map((date, index) => compare(date, dates[index] ?? date));
  if (steps.every((one) => one <= 0)) return "newest";
  return steps.every((one) => one >= 0) ? "oldest" : "mixed";
}

/** Of two dates only the part that both have. */
function compare(one: PartialDate, other: PartialDate): number {
  const length = Math.min(one.length, other.length);
  return one.slice(0, length).localeCompare(other.slice(0, length), "en");
}

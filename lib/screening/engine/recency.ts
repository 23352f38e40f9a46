import { readRecency } from "@/lib/position/read-recency";
import type { Statement } from "@/lib/screening/schema";
import { createMemory } from "./create-memory";
import type { Entry } from "./evidence";
import { type Judgement, judgement, pointsOfShares, pointsOfShort, statement } from "./judgement";
import { monthOf } from "./months";
import { round } from "./read-numbers";

/** As `readRecency`, once for each text. */
export function recencyOf(requirement: string): ReturnType<typeof readRecency> {
  return remember(requirement, () => readRecency(requirement));
}
const remember = createMemory<ReturnType<typeof readRecency>>();

/** When something was used last: a date of the resume, and how many years before the resume was read. */
export type LastUse = { last: string; ago: number };

/** By the latest date that any of the entries names; null where none has a date. A year without a month counts to its end. */
export function lastUseIn(entries: readonly Entry[], asOf: string): LastUse | null {
  const dated = entries.flatMap(({ start, end }) => {
    const last = (end ?? start)?.value;
    if (!last || (start && end && monthOf(end.value, asOf) < monthOf(start.value, asOf))) return [];
    const month = monthOf(last, asOf) + (last.length === 4 ? 11 : 0);
    return [{ last, ago: Math.max(0, monthOf(asOf, asOf) - month) / 12 }];
  });
  return (
    dated.toSorted((a, b) => a.ago - b.ago || Number(b.last === "present") - Number(a.last === "present"))[0] ?? null
  );
}

type Used = { label: string; last: LastUse | null };

/** For the reason: that all are in use still, or when the one was used that was left off the longest ago; nothing where a date is missing. */
export function lastUseValues(used: readonly Used[]): Statement["values"] {
  const oldest = oldestOf(used);
  if (!oldest || used.some(({ last }) => last === null)) return {};
  if (oldest.last.last === "present") return { current: "present" };
  const ago = round(oldest.last.ago);
  return { oldest: oldest.label, last: oldest.last.last.slice(0, 7).replace("-", "."), ...(ago > 0 && { ago }) };
}

/**
 * Whether all was used within the window; null when it was. The one left off the longest ago decides. Used before it:
 * partly, points the window's share of the time since ("within 2 years" and 8 years ago: 25), yet at least the middle,
 * for a later use may be left out. No date: partly, as with years that no date shows.
 */
export function judgeRecency(
  { window, skills }: { window: number; skills: string },
  used: readonly Used[],
  quotes: Judgement["quotes"],
): Judgement | null {
  const values = { skills, window: round(window) };
  const oldest = oldestOf(used);
  if (oldest && oldest.last.ago > window) {
    const older = used.filter(({ last }) => last !== null && last.ago > window);
    const skills = [...new Set(older.map(({ label }) => label))].join("、");
    const reason = statement("recent_older", { ...values, skills, ...lastUseValues([oldest]) });
    return judgement("partly", 0.65, reason, quotes, pointsOfShort(window / oldest.last.ago));
  }
  if (used.some(({ last }) => last === null))
    return judgement("partly", 0.5, statement("recent_unknown", values), quotes, pointsOfShares(0.3));
  return null;
}

function oldestOf(used: readonly Used[]): { label: string; last: LastUse } | undefined {
  return used
    .flatMap(({ label, last }) => (last ? [{ label, last }] : []))
    .toSorted((a, b) => b.last.ago - a.last.ago)[0];
}

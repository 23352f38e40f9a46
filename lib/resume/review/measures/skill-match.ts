import type { ResumeProfile, SkillEntry } from "@/lib/resume/profile";
import type { Engagement } from "../read-engagements";
import type { Measure } from "../schema";
import { give, shareOf } from "./counting";
import { skillsOf } from "./project";

const dimension = "skillMatch";
const enoughNamed = 8;
const enoughShown = 5;

/**
 * The skills that are claimed against those that the work shows, and whether they lead where the person wants to go. A
 * long list gains little: past eight names nothing, and what no job shows lowers the share.
 */
export function measureSkills(profile: ResumeProfile, engagements: Engagement[]): Measure[] {
  const titles = [
    ...profile.work.map(({ title }) => title),
    ...profile.projects.flatMap(({ name, role }) => [name, role]),
  ];
  const said = [
    ...engagements.flatMap(({ statements }) => statements.map(({ text }) => text)),
    ...titles.flatMap((title) => title?.value ?? []),
  ];
  const inWork = new Set(said.flatMap(skillsOf));
  const words = said.join("\n").toLowerCase();
  const claimed = claimedSkills(profile);
  const isShown = ({ canonical, name }: SkillEntry) =>
    canonical ? inWork.has(canonical) : words.includes(name.value.toLowerCase());
  const shown = claimed.filter(isShown);
  const missing = claimed.filter((skill) => !isShown(skill));
  const names = (skills: SkillEntry[]) =>
    skills
      .slice(0, 5)
      .map(({ name }) => name.value)
      .join("、");
  const { expectation, objective, summary } = profile;
  const goal = expectation.title ?? objective ?? summary;
  return [
    give(dimension, "named", 5, {
      share: claimed.length / enoughNamed,
      values: { count: claimed.length, ...(claimed.length > 0 && { skills: names(claimed) }) },
      spans: claimed.flatMap(({ name }) => name.spans.slice(0, 1)),
    }),
    give(dimension, "shown", 12, {
      share: shareOf(shown.length, claimed.length * 0.6) * Math.min(1, shown.length / enoughShown),
      values: {
        ...{ count: shown.length, total: claimed.length, skills: names(shown) },
        ...(missing.length > 0 && { missing: names(missing) }),
      },
      spans: shown.flatMap(({ name }) => name.spans.slice(0, 1)),
    }),
    give(dimension, "goal", 3, { share: goal ? 1 : 0, spans: goal?.spans.slice(0, 1) ?? [] }),
  ];
}

/** Those of the list of skills; where there is no such section, all that were read. */
function claimedSkills({ skills, sections }: ResumeProfile): SkillEntry[] {
  const lists = sections.filter(({ kind }) => kind === "skills");
  const listed = skills.filter(({ name }) =>
    name.spans.some(({ start }) => lists.some(({ span }) => span.start <= start && start < span.end)),
  );
  const counted = listed.length > 0 ? listed : skills;
  const keys = new Set<string>();
  return counted.filter(({ canonical, name }) => {
    const key = canonical ?? name.value.toLowerCase();
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  });
}

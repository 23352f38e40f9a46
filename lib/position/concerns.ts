import { findProtected, isIndifferent, isWelcoming } from "@/lib/position/draft/protected";
import { soft } from "@/lib/position/draft/soft-words";
import type { Requirement } from "@/lib/position/requirement";

/** Words that stand in for what may not decide, so that they turn people away for it unseen. */
export const proxies = ["school_list", "full_time_degree", "graduation_year", "young_team", "native_speaker"] as const;

export type Concern =
  /** May not decide about anybody: such a requirement is not saved. */
  | { level: "refused"; reason: string; words: string }
  /** Is no reason by itself: the recruiter should know what it does. */
  | { level: "warning"; reason: (typeof proxies)[number]; words: string }
  /** A resume does not show it. */
  | { level: "interview" };

const proxyPatterns: [(typeof proxies)[number], RegExp][] = [
  [
    "school_list",
    /985|211|双一流|c9|名校|重点(?:大学|院校|高校|本科)|一本|\bqs\s*\d*|ivy league|russell group|(?:top|leading|prestigious)[- ](?:tier )?(?:university|universities|schools?)/i,
  ],
  ["full_time_degree", /统招|全日制|第一学历|\bfull[- ]time (?:degree|bachelor|master)/i],
  [
    "graduation_year",
    /(?:20\d\d|\d\d)\s*届|(?:应届|近[一二三两\d]+年)(?:毕业)?生?|毕业(?:不超过|未满|[一二三两\d]+年(?:内|以内))|\brecent graduates?\b|\bclass of 20\d\d\b|\bgraduated (?:after|since|within)\b/i,
  ],
  ["young_team", /年轻|青春|朝气|活力四射|\byoung(?:er)?\b|\byouthful\b|\bdigital native\b/i],
  ["native_speaker", /母语|\bnative (?:english |\w+ )?speakers?\b|\bmother tongue\b/i],
];

type Asked = Pick<Requirement, "kind" | "text" | "necessity" | "accepted">;

/** What a recruiter should know of a requirement before relying on it, the gravest first. */
export function findConcerns({ accepted = [], ...requirement }: Asked): Concern[] {
  const own = concernsOf(requirement);
  const more = accepted.flatMap(({ phrase }) => concernsOf({ ...requirement, text: phrase }));
  const all = [...own, ...more.filter(({ level }) => level !== "interview")];
  return levels.flatMap((level) => all.filter((concern) => concern.level === level));
}

const levels = ["refused", "warning", "interview"] as const;

function concernsOf({ kind, text, necessity }: Omit<Asked, "accepted">): Concern[] {
  const refused = isWelcoming(text) || isIndifferent(text) ? [] : findProtected(text, { start: 0, end: text.length });
  if (refused.length > 0)
    return refused.map(({ reason, start, end }) => ({ level: "refused", reason, words: text.slice(start, end) }));
  const isDeciding = necessity !== "nice";
  const warnings = proxyPatterns.flatMap(([reason, pattern]): Concern[] => {
    const words = pattern.exec(text)?.[0];
    // As a wish, a school or a year does not turn anybody away.
    return words && (isDeciding || reason === "young_team") ? [{ level: "warning", reason, words }] : [];
  });
  const isSoft = (kind === "other" || kind === "skill") && soft.test(text);
  return isSoft ? [...warnings, { level: "interview" }] : warnings;
}

/** The first requirement that may not be saved, by its place from 1. */
export function firstRefused(requirements: readonly Requirement[]) {
  for (const [index, requirement] of requirements.entries()) {
    const [concern] = findConcerns(requirement);
    if (concern?.level === "refused") return { ...concern, number: index + 1 };
  }
  return null;
}

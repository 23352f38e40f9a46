import { type ResumeFilter, resumeFilter } from "@/lib/resume/filter";
import { findDegrees } from "@/lib/resume/parsing/dictionaries/degrees";
import { canonicalSkill, skillSpellings } from "@/lib/resume/parsing/skills";
import { degreeLevels } from "@/lib/resume/profile";

/**
 * Takes what a search box says apart: `技能:Kafka 年限>3 支付` is a skill, a least number of years, and a word to
 * look for. A name that is no filter, or a value that is none, stays a word.
 */
export function readQuery(filter: ResumeFilter): ResumeFilter {
  return takeApart(filter).filter;
}

/**
 * What a text is marked with for a query: its words, and the values of the filters that name what a resume says
 * (`技能:Kafka`). A degree or a number of years stands there in other words, a tag or a source not at all.
 */
export function readMarks(q: string): { words: string; values: string[] } {
  const { filter, marked } = takeApart({ ...resumeFilter.parse({}), q });
  return { words: filter.q, values: marked };
}

function takeApart(filter: ResumeFilter) {
  const read: ResumeFilter = { ...filter };
  const words: string[] = [];
  const marked = new Set<string>();
  for (const [word] of filter.q.matchAll(/[\p{L}]+\s?[:：><≥≤＞＜]=?\s?(?:"[^"]*"|\S+)|\S+/gu)) {
    const [, name = "", sign = "", value = ""] = /^(\p{L}+)\s?([:：><≥≤＞＜]=?)\s?"?([^"]*)"?$/u.exec(word) ?? [];
    const field = names[name.toLowerCase()] ?? "";
    const apply = value ? filters[field] : undefined;
    if (!apply?.(read, value, sign)) words.push(word);
    else if (field === "skill") for (const spelling of skillSpellings(value)) marked.add(spelling);
    else if (field === "city") marked.add(value);
  }
  return { filter: { ...read, q: words.join(" ") }, marked: [...marked] };
}

const names: Record<string, string> = {
  ...{ 技能: "skill", skill: "skill", 城市: "city", city: "city", 学历: "degree", degree: "degree" },
  ...{ 标签: "tag", tag: "tag", 来源: "source", source: "source", 年限: "years", 经验: "years", years: "years" },
};

type Apply = (filter: ResumeFilter, value: string, sign: string) => boolean;

const filters: Record<string, Apply> = {
  skill: (filter, value) => {
    filter.skill = [...filter.skill, canonicalSkill(value) ?? value];
    return true;
  },
  city: (filter, value) => {
    filter.city = [...filter.city, value];
    return true;
  },
  tag: (filter, value) => {
    filter.tag = [...filter.tag, value];
    return true;
  },
  source: (filter, value) => {
    filter.source = [...filter.source, value];
    return true;
  },
  degree: (filter, value, sign) => {
    // The dictionary knows English degrees by their capital.
    const [degree] = findDegrees(value.replace(/^[a-z]/, (letter) => letter.toUpperCase()));
    if (!degree) return false;
    const place = degreeLevels.indexOf(degree.level);
    const isAtLeast = /[>≥＞]/.test(sign);
    filter.degree = [...filter.degree, ...degreeLevels.filter((_, at) => at === place || (isAtLeast && at > place))];
    return true;
  },
  years: (filter, value, sign) => {
    const years = Number(value.replace(/年|years?$/u, ""));
    if (!Number.isFinite(years)) return false;
    const isMost = /[<≤＜]/.test(sign);
    const isLeast = /[>≥＞]/.test(sign);
    if (!isMost) filter.yearsMin = years;
    if (!isLeast) filter.yearsMax = isMost ? years : years + 0.99;
    return true;
  },
};

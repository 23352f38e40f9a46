import { soft } from "@/lib/position/draft/soft-words";
import { type Evidence, isIn, type Sentence } from "@/lib/screening/engine/evidence";
import { leadershipMentions } from "@/lib/screening/engine/judge-leadership";
import { statedLevel } from "@/lib/screening/engine/skill-level";
import { isBareAmounts } from "@/lib/screening/engine/told-amounts";
import { excerpt, newestFirst, type PlanContext, quoteAt } from "./plan-context";
import type { Find } from "./resume-questions";

/** A change in so many words, with what changed by how much: the number is the whole match or its group. */
const numbers =
  /(?:从|由|\bfrom)\s*[\d.,]+\s*[a-z%\u4e00-\u9fff]{0,4}\s*(?:降到|降至|提升到|提升至|提高到|增长到|缩短到|缩短至|减少到|到|\bto)\s*[\d.,]+\s*[a-z%\u4e00-\u9fff]{0,3}|(?<![\d.])[\d.]+\s*%|(?<![\d.])[\d.]+\s*倍|\b\d+(?:\.\d+)?x\b|(?<![\d.,])[\d.,]+\s*(?:万|亿|million\b|billion\b|k\b)\+?/i;
const change =
  /提升|提高|增长|增加|降低|降到|下降|减少|缩短|节省|节约|压缩|达到|完成|转化|留存|improv|increas|reduc|cut|grew|sav|boost|rais|lower|decreas|doubl|tripl|achiev/i;
const tookPart =
  /^[\s\-–—*·•●▪◆■>\d.、)）]*(?:参与|协助|配合|跟进)|^[\s\-–—*•>]*(?:participated|assisted|helped|involved|supported|contributed)\b/i;

/** Who taught somebody has not led them. */
const onlyTaught =
  /^(?!.*(?:带领|领导|管理|组建|分管|牵头|主导|负责|\bled\b|\blead|manag|supervis|headed|directed)).*(?:培训|带教|辅导|指导|培养|train|mentor|coach)/i;

/** Sentences and skills of a resume that say less than they seem to. */
export function findInClaims(context: PlanContext): Find[] {
  const { evidence } = context;
  if (!evidence) return [];
  return [
    ...measured(evidence, context),
    ...led(evidence, context),
    ...partsTaken(evidence, context),
    ...unusedSkills(evidence, context),
    ...newestProject(context),
    ...newestJob(context),
  ];
}

/** Sentences of jobs and projects, those of the newest entry first. */
function told({ sentences, profile }: Evidence): Sentence[] {
  const entries = newestFirst([...profile.work, ...profile.projects], profile.asOf);
  return entries.flatMap(({ span }) => sentences.filter((sentence) => isIn(sentence, span)));
}

function measured(evidence: Evidence, context: PlanContext): Find[] {
  const found = told(evidence).flatMap((sentence) => {
    const number = numbers.exec(evidence.text.slice(sentence.start, sentence.end))?.[0].trim();
    if (!number || isBareAmounts(sentence.folded)) return [];
    return [{ sentence, number, isChange: change.test(sentence.folded) }];
  });
  return unique(found.toSorted((a, b) => Number(b.isChange) - Number(a.isChange)))
    .slice(0, 6)
    .flatMap(({ sentence, number, isChange }) => {
      const quote = quoteAt(context, sentence);
      if (!quote?.text.includes(number)) return [];
      const values = { text: excerpt(quote.text, number), number };
      return [{ kind: "number" as const, weight: isChange ? 9 : 6.5, values, quote }];
    });
}

function led(evidence: Evidence, context: PlanContext): Find[] {
  const isAsked = context.subject.position.requirements.some(({ kind }) => kind === "leadership");
  const mentions = leadershipMentions(evidence).toSorted((a, b) => Number(b.isPeople) - Number(a.isPeople));
  return unique(mentions)
    .filter(({ sentence }) => !onlyTaught.test(sentence.folded))
    .slice(0, 3)
    .flatMap(({ sentence, isPeople }) => {
      const quote = quoteAt(context, sentence);
      if (!quote) return [];
      const weight = (isPeople ? 8 : 6.5) + (isAsked ? 1.5 : 0);
      return [{ kind: "lead" as const, weight, values: { text: excerpt(quote.text) }, quote }];
    });
}

function partsTaken(evidence: Evidence, context: PlanContext): Find[] {
  return unique(told(evidence).map((sentence) => ({ sentence })))
    .filter(({ sentence }) => tookPart.test(evidence.text.slice(sentence.start, sentence.end)))
    .slice(0, 3)
    .flatMap(({ sentence }) => {
      const quote = quoteAt(context, sentence);
      return quote ? [{ kind: "took_part" as const, weight: 5, values: { text: excerpt(quote.text) }, quote }] : [];
    });
}

function unusedSkills(evidence: Evidence, context: PlanContext): Find[] {
  const { profile } = evidence;
  const isDescribed = [...profile.work, ...profile.projects].some(({ description }) => description);
  if (!isDescribed) return [];
  const asked = new Set([...context.skillsAsked.values()].flat());
  return profile.skills.flatMap(({ canonical, name, level }): Find[] => {
    if (!canonical || soft.test(name.value) || evidence.deniedSkills.has(canonical)) return [];
    if (statedLevel(name.spans, evidence) !== 4 || evidence.usesOf(evidence.shownBy(canonical)).length > 0) return [];
    const quote = quoteAt(context, name.spans[0]);
    const isAsked = asked.has(canonical);
    const values = { skill: name.value, level: level?.value ?? (profile.language === "en" ? "expert" : "精通") };
    return quote ? [{ kind: "unused_skill", weight: isAsked ? 8.5 : 6, values, quote, skills: [canonical] }] : [];
  });
}

function newestProject({ facts: { project } }: PlanContext): Find[] {
  return project ? [{ kind: "project", weight: 7.5, values: { project: project.value }, quote: project.quote }] : [];
}

function newestJob({ facts: { company, title } }: PlanContext): Find[] {
  if (!company || !title) return [];
  const values = { company: company.value, title: title.value };
  return [{ kind: "current", weight: 5.5, values, quote: title.quote ?? company.quote }];
}

/** A sentence can stand in a job and in a project of it. */
function unique<T extends { sentence: Sentence }>(found: T[]): T[] {
  const seen = new Set<number>();
  return found.filter(({ sentence }) => !seen.has(sentence.start) && seen.add(sentence.start));
}

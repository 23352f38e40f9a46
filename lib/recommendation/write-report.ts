import type { Locale } from "@/lib/i18n/locale";
import { sayInterview } from "@/lib/interview/statements";
import {
  isUninterviewed,
  type RecommendationLevel,
  type recommendationDimensions,
  type subScoreKeys,
  waitsForInterview,
} from "@/lib/recommendation/kinds";
import type { Recommendation, RecommendationDimension } from "@/lib/recommendation/schema";
import { sayEvidence } from "@/lib/recommendation/statements";
import { say, sayWith } from "@/lib/screening/statements";

type DimensionKey = (typeof recommendationDimensions)[number];
type SubScoreKey = (typeof subScoreKeys)[number];

/** How things are called in the reader's language, from the messages. */
export type ReportNames = {
  dimension: (key: DimensionKey) => string;
  subScore: (key: SubScoreKey) => string;
  level: (level: RecommendationLevel) => string;
  /** A question that would settle a sub-score. */
  ask: (key: SubScoreKey) => string;
};

/** Of these a model writes "report" and the dimensions; the others are the built-in engine's own. */
type PartKey = DimensionKey | "report" | "provisional" | "conflicts" | "unknown" | "next";
export type ReportPart = { key: PartKey; paragraphs: string[] };

const sentences = {
  conclusion: [
    "综合得分 {score}（仍不清楚的部分全部弄清后，可能在 {low} 到 {high} 之间），建议：{level}。",
    "The score is {score}; once everything unknown is known it could be anything from {low} to {high}. Recommendation: {level}.",
  ],
  nothing: ["目前没有任何依据，无法给出建议。", "Nothing is known yet, so nothing is recommended."],
  provisional: ["这只是暂定：{reasons}。", "This is provisional: {reasons}."],
  no_interview: ["还没有人面试过", "nobody has interviewed the candidate"],
  unknown_musts: ["{count} 条必备要求还不清楚", "{count:must is|musts are} unknown"],
  basis_of: ["依据：{parts}。", "It rests on {parts}."],
  part_screening: ["简历筛选", "the screening of the resume"],
  part_interviews: ["{count} 场面试", "{count:interview|interviews}"],
  part_scorecards: ["{count} 份面试官评分表", "{count:scorecard|scorecards} of interviewers"],
  known_dimensions: ["五个维度中 {known} 个有依据。", "Something is known of {known} of the five dimensions."],
  highest: ["相对突出的是{name}（{score} / 5）。", "The strongest is {name} ({score} of 5)."],
  lowest: ["相对薄弱的是{name}（{score} / 5）。", "The weakest is {name} ({score} of 5)."],
  dimension: ["得分 {score} / 5，权重 {weight}%。", "{score} of 5, with a weight of {weight} %."],
  dimension_unknown: [
    "没有依据，不计入总分；权重 {weight}% 由其余维度分担。",
    "Nothing is known, and it is left out of the score; its weight of {weight} % falls to the others.",
  ],
  strong: ["较强：{names}。", "Strong: {names}."],
  weak: ["较弱：{names}。", "Weak: {names}."],
  missing: ["还没有依据：{names}。", "Not known: {names}."],
  conflict: ["{name}：{values}，来源之间说法不一。", "{name}: {values}; the sources do not agree."],
  must_unknown: ["必备要求“{text}”还没有依据。{question}", "The must “{text}” is not known. {question}"],
  part_unknown: [
    "{name}影响总分最多 {points} 分。可以问：{question}",
    "{name}: up to {points} points hang on it. To ask: {question}",
  ],
  next_strong_recommend: [
    "建议尽快讨论录用，并在沟通中确认上面仍不清楚的内容。",
    "Discuss hiring soon, and settle what is still unknown above while doing so.",
  ],
  next_recommend: [
    "建议进入录用讨论；先补齐仍不清楚的必备要求。",
    "Go on to discussing an offer; settle the musts that are still unknown first.",
  ],
  next_cautious: [
    "建议再安排一次面试，集中了解依据不足的方面。",
    "Hold one more interview, about what little is known of.",
  ],
  next_not_recommend: [
    "现有依据不足以支持录用；请由招聘负责人复核后决定。",
    "What is known does not speak for hiring; have it reviewed by who is responsible before deciding.",
  ],
  next_provisional: [
    "先安排面试、弄清上面的必备要求，再讨论录用。",
    "Interview, and settle the musts above, before hiring is discussed.",
  ],
  next_conflicts: ["决定之前，先澄清上面说法不一的地方。", "Before deciding, clear up where the sources differ."],
  person: ["系统只提建议，由人决定。", "This is a recommendation; a person decides."],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

const strongFrom = 4;
const weakTo = 2;
const fewOpen = 3;

/** The report on a recommendation by the built-in engine, in one language: the same result gives the same words. */
export function writeReport(result: Recommendation, locale: Locale, names: ReportNames): ReportPart[] {
  const tell = teller(locale);
  const list = (items: readonly string[]) => items.join(locale === "zh" ? "、" : ", ");
  const hasConflicts = result.conflicts.length + result.contradictions.length > 0;
  const parts: ReportPart[] = [
    { key: "report", paragraphs: conclusion(result, tell, list, names, locale === "zh" ? "" : " ") },
    { key: "provisional", paragraphs: reservation(result, tell, list) },
    ...result.dimensions.map((one) => ({
      key: one.key,
      paragraphs: [inDimension(one, locale, tell, list, names).join(locale === "zh" ? "" : " ")],
    })),
    {
      key: "conflicts",
      paragraphs: [
        ...result.conflicts.map(({ subScore, evidence }) =>
          tell("conflict", {
            name: names.subScore(subScore),
            values: list(evidence.map((one) => `${sayEvidence(one, locale).replace(/[。.]$/, "")} ${one.value}`)),
          }),
        ),
        ...result.contradictions.map(({ reason }) => sayInterview(reason, locale)),
      ],
    },
    {
      key: "unknown",
      paragraphs: [
        ...result.unknown.map(({ text, question }) =>
          tell("must_unknown", { text, question: question ? say(question, locale) : "" }).trim(),
        ),
        ...result.open
          .slice(0, fewOpen)
          .map(({ subScore, points }) =>
            tell("part_unknown", { name: names.subScore(subScore), points, question: names.ask(subScore) }),
          ),
      ],
    },
    {
      key: "next",
      paragraphs: [
        ...(result.level
          ? [tell(waitsForInterview(result.level, result) ? "next_provisional" : `next_${result.level}`)]
          : []),
        ...(hasConflicts ? [tell("next_conflicts")] : []),
        tell("person"),
      ],
    },
  ];
  return parts.filter(({ paragraphs }) => paragraphs.length > 0);
}

type Tell = (key: keyof typeof sentences, values?: Record<string, string | number>) => string;
type List = (items: readonly string[]) => string;

function teller(locale: Locale): Tell {
  return (key, values = {}) => sayWith(sentences[key], values, locale);
}

function conclusion(result: Recommendation, tell: Tell, list: List, names: ReportNames, between: string): string[] {
  const { score, level, sources, dimensions } = result;
  if (!score || !level) return [tell("nothing")];
  const parts = [
    ...(sources.screening ? [tell("part_screening")] : []),
    ...(sources.interviews > 0 ? [tell("part_interviews", { count: sources.interviews })] : []),
    ...(sources.scorecards > 0 ? [tell("part_scorecards", { count: sources.scorecards })] : []),
  ];
  const known = dimensions.flatMap((one) => (one.score === null ? [] : [{ ...one, score: one.score }]));
  const sorted = known.toSorted((a, b) => b.score - a.score);
  const [best, worst] = [sorted[0], sorted.at(-1)];
  const told = (key: "highest" | "lowest", one: typeof best) =>
    one ? [tell(key, { name: names.dimension(one.key), score: one.score })] : [];
  return [
    tell("conclusion", { score: score.value, low: score.low, high: score.high, level: names.level(level) }),
    [tell("basis_of", { parts: list(parts.map(inSentence)) }), tell("known_dimensions", { known: known.length })].join(
      between,
    ),
    ...(best?.score === worst?.score ? [] : [[...told("highest", best), ...told("lowest", worst)].join(between)]),
  ];
}

/** Why the level is for now only. */
function reservation(result: Recommendation, tell: Tell, list: List): string[] {
  const reasons = [
    ...(isUninterviewed(result) ? [tell("no_interview")] : []),
    ...(result.unknown.length > 0 ? [tell("unknown_musts", { count: result.unknown.length })] : []),
  ];
  return result.level && reasons.length > 0 ? [tell("provisional", { reasons: list(reasons.map(inSentence)) })] : [];
}

/** Not the beginning of it. */
function inSentence(part: string): string {
  return part.charAt(0).toLowerCase() + part.slice(1);
}

function inDimension(
  { score, weight, subScores }: RecommendationDimension,
  locale: Locale,
  tell: Tell,
  list: List,
  names: ReportNames,
): string[] {
  const percent = Math.round(weight * 100);
  if (score === null) return [tell("dimension_unknown", { weight: percent })];
  const named = (some: typeof subScores) => list(some.map(({ key }) => names.subScore(key)));
  const strong = subScores.filter(({ value }) => value !== null && value >= strongFrom);
  const weak = subScores.filter(({ value }) => value !== null && value <= weakTo);
  const missing = subScores.filter(({ value }) => value === null);
  const reasons = subScores.flatMap(({ evidence }) => evidence.slice(0, 1).map((one) => sayEvidence(one, locale)));
  return [
    tell("dimension", { score, weight: percent }),
    ...(strong.length > 0 ? [tell("strong", { names: named(strong) })] : []),
    ...(weak.length > 0 ? [tell("weak", { names: named(weak) })] : []),
    ...[...new Set(reasons)],
    ...(missing.length > 0 ? [tell("missing", { names: named(missing) })] : []),
  ];
}

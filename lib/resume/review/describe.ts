import type { Locale } from "@/lib/i18n/locale";
import { sayWith } from "@/lib/screening/statements";
import { dimensionPoints, dimensions, type Measure, type Review, type Suggestion } from "./schema";
import { dimensionNames, parts, sentences } from "./sentences";

const strongFrom = 0.8;
const weakBelow = 0.7;
const mostStrengths = 6;
const mostSuggestions = 10;

type Told = Pick<Review, "language" | "overall" | "scores" | "measures">;

/** The sentences of a review: what is strong, what to change, the costliest first. */
export function describe({
  language,
  overall,
  scores,
  measures,
}: Told): Pick<Review, "summary" | "strengths" | "suggestions"> {
  const strong = measures.filter(({ points, max }) => points >= max * strongFrom);
  const weak = measures
    .filter((one) => one.points < one.max * weakBelow && isSayable(one))
    .toSorted((a, b) => lost(b) - lost(a));
  const suggestions = weak.slice(0, mostSuggestions).map((one) => suggest(one, language));
  const names = weak.slice(0, 3).map(({ key }) => nameOf(key, language));
  return {
    summary: summarise({ language, overall, scores, measures }, names),
    strengths: strong
      .toSorted((a, b) => b.max - a.max)
      .slice(0, mostStrengths)
      .map(({ key, values }) => sayWith(wordingOf(key).strength, values, language)),
    suggestions,
  };
}

export function nameOf(key: string, locale: Locale): string {
  return wordingOf(key).name[locale === "zh" ? 0 : 1];
}

function suggest(measure: Measure, language: Locale): Suggestion {
  const { key, values } = measure;
  const { category, issue, otherwise, recommendation } = wordingOf(key);
  const isOther = otherwise && (otherwise.when === "none" ? isNone(measure) : values.most !== undefined);
  const loss = lost(measure);
  return {
    category,
    priority: loss >= 4 ? "high" : loss >= 1.5 ? "medium" : "low",
    issue: sayWith(isOther ? otherwise.issue : issue, inWords(values, language), language),
    recommendation: sayWith(recommendation, {}, language),
  };
}

/** Of what is not there at all, that is said once: by the measure that asks whether it is. */
function isSayable({ key, dimension, values }: Measure): boolean {
  if (key === "order") return values.order !== "none";
  if (key === "own_part" && values.count === values.total) return false;
  // What counts against is what stands there; that little is told is said elsewhere.
  if (dimension === "expression" && key !== "action") return Number(values.count) > 0;
  if (key === "action" && values.count === values.total) return false;
  return values.total !== 0 || key === "told" || key === "experience";
}

function isNone({ key, values }: Measure): boolean {
  return key === "told" ? values.total === 0 : values.count === 0;
}

function inWords(values: Measure["values"], language: Locale): Measure["values"] {
  if (typeof values.absent !== "string") return values;
  const names = values.absent.split(" ").map((key) => parts[key]?.[language === "zh" ? 0 : 1] ?? key);
  return { ...values, absent: names.join(language === "zh" ? "、" : ", ") };
}

function summarise({ language, overall, scores, measures }: Told, weakest: string[]): string {
  const isChinese = language === "zh";
  const each = dimensions
    .map((key) => `${dimensionNames[key][isChinese ? 0 : 1]} ${scores[key]}/${dimensionPoints[key]}`)
    .join(isChinese ? "，" : ", ");
  const { count = 0, total = 0 } = measures.find(({ key }) => key === "results")?.values ?? {};
  const entries = measures.find(({ key }) => key === "told")?.values.total ?? 0;
  if (isChinese) {
    const change = weakest.length > 0 ? `最值得先改的是：${weakest.join("、")}。` : "没有明显短板。";
    return `总分 ${overall}/100（${each}）。读到 ${entries} 段工作或项目经历、${total} 条描述，其中 ${count} 条有可衡量的结果。${change}分数由内置规则按简历原文计算，只评价简历的写法。`;
  }
  const change = weakest.length > 0 ? `Change first: ${weakest.join("; ")}.` : "Nothing is plainly weak.";
  return `${overall} of 100 (${each}). Jobs and projects found: ${entries}; statements: ${total}, of which ${count} give a result that can be checked. ${change} The score comes from built-in rules over the resume's own words and judges the writing alone.`;
}

function lost({ max, points }: Measure): number {
  return max - points;
}

function wordingOf(key: string) {
  const wording = sentences[key];
  if (!wording) throw new Error(`The measure ${key} has no sentences`);
  return wording;
}

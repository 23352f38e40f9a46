import { numbersIn } from "@/lib/ai/numbers";
import type { CriticFindings, ExpertFact, JudgingExpert } from "@/lib/ai/screening/schema";
import type { TextSpan } from "@/lib/resume/profile";
import type { ExpertOpinion, Quote, ScreeningResult } from "@/lib/screening/schema";
import type { Judged } from "./judge-requirement";
import { gateOf, statement, usualPoints } from "./judgement";
import { counts, type ScreenedPosition, scoreJudged } from "./score-judged";
import { sharesWords } from "./shared-words";
import { readDimensions, readJudged } from "./with-overrides";

export type GivenFact = ExpertFact & { by: JudgingExpert };

/** The resume that facts are held against: its text, where it denies, and where it says nothing of the person. */
export type FactSource = { text: string; denials: readonly TextSpan[]; uncounted: readonly TextSpan[] };

type WithFacts = {
  position: ScreenedPosition;
  /** The built-in engine's. */
  result: ScreeningResult;
  facts: readonly GivenFact[];
  source: FactSource;
  /** Null when no critic looked the facts over. */
  review: Pick<CriticFindings, "objections"> | null;
};

/** What a model's verdict is worth, whatever it says of itself. */
const expertConfidence = 0.7;
/** In other words than the requirement's, one quote carries this many verdicts and no more. */
const mostByOneQuote = 2;

/**
 * The built-in result with what experts by a model found where the engine did not know. A fact counts with words of the
 * resume that are evidence, within the range that the engine left open, and only then; every number is the engine's
 * formula over the verdicts. Without facts it is the result as it was.
 */
export function withFacts({ position, result, facts, source, review }: WithFacts): ScreeningResult {
  const judged = readJudged(position, result);
  const read = readDimensions(result);
  if (!judged || !read) return result;
  const weighed = judged.map((row) => {
    const fact = facts.find(({ requirementKey }) => requirementKey === row.requirement.key);
    return { row, opinion: fact && counts(row) ? weigh(row, fact, source, review) : null };
  });
  const changed = withoutSameQuotes(weighed).map(({ row, opinion }) => (opinion ? withOpinion(row, opinion) : row));
  if (changed.every((row, index) => row === judged[index])) return result;
  return {
    ...result,
    verdicts: changed.map(({ verdict }) => verdict),
    ...scoreJudged({ position, judged: changed, read }),
  };
}

type Weighed = { row: Judged; opinion: ExpertOpinion | null };

/** Null where the expert has nothing to say. */
function weigh(row: Judged, fact: GivenFact, source: FactSource, review: WithFacts["review"]): ExpertOpinion | null {
  const { requirement, verdict: own } = row;
  if (fact.verdict === "unknown") return null;
  const quotes = fact.quotes.filter(({ start, end, text }) => source.text.slice(start, end) === text);
  const said = { by: fact.by, verdict: fact.verdict, quotes };
  if (fact.verdict === own.verdict) return { ...said, outcome: "agrees" };
  if (!isOpen(row, fact.verdict)) return { ...said, outcome: "engine_knows" };
  if (quotes.length === 0) return { ...said, outcome: "no_quote" };

  const isDenial = fact.verdict === "not_met";
  const usable = quotes.filter((quote) => isEvidence(quote, source, isDenial));
  if (usable.length === 0) return { ...said, outcome: isDenial ? "no_denial" : "no_evidence" };
  const words = usable.map(({ text }) => text);
  if (fact.verdict === "met" && !showsNumbers(requirement.text, words)) return { ...said, outcome: "no_evidence" };
  const objection = review?.objections.find(({ requirementKey }) => requirementKey === requirement.key);
  if (objection) return { ...said, outcome: "objected", objection: { zh: objection.zh, en: objection.en } };
  if (!review && (isDenial || !words.some((text) => sharesWords(requirement.text, text))))
    return { ...said, outcome: "not_reviewed" };
  const { verdict, gate, reason } = own;
  return { ...said, quotes: usable, outcome: "counted", builtIn: { verdict, gate, reason, quotes: own.quotes } };
}

/** What the engine worked out by counting or comparing, however little of it the dates show. */
const computed = new Set([
  "years_short",
  "field_years_short",
  "skill_years_short",
  "leadership_size_short",
  "recent_older",
  "project_size_short",
]);

/** Whether the engine left it open: it said unknown or partly, has not ruled the verdict out, and did not count. */
function isOpen({ verdict: own, points }: Judged, verdict: ExpertOpinion["verdict"]): boolean {
  if (own.verdict === "met" || own.verdict === "not_met" || computed.has(own.reason.code)) return false;
  if (verdict === "not_met") return own.verdict === "unknown" && points.low === 0;
  return usualPoints[verdict].value >= points.low && usualPoints[verdict].value <= points.high;
}

/** Words of denial, for a verdict against somebody. */
const denying =
  /不(?![断仅但同])|没|未(?!来)|无(?!线|锡)|非(?!常)|(?<!\p{L})(?:no|not|never|none|without|lack(?:s|ing)?|cannot|unable|neither|nor)(?!\p{L})|n['’]t(?!\p{L})/iu;

function isEvidence(quote: Quote, { denials, uncounted }: FactSource, isDenial: boolean): boolean {
  const touches = (spans: readonly TextSpan[]) =>
    spans.some(({ start, end }) => start < quote.end && quote.start < end);
  if (touches(uncounted)) return false;
  return isDenial ? touches(denials) || denying.test(quote.text) : !touches(denials);
}

/** A requirement with a number is met by a quote that holds as much. Years of the calendar are none. */
function showsNumbers(requirement: string, quotes: readonly string[]): boolean {
  const asked = numbersIn(requirement).filter((number) => number > 1);
  if (asked.length === 0) return true;
  const shown = quotes.flatMap(numbersIn).filter((number) => number < 1900 || number > 2100);
  return shown.some((number) => number >= Math.min(...asked));
}

/** A model that gives one quote for everything has read nothing. */
function withoutSameQuotes(weighed: Weighed[]): Weighed[] {
  const uses = new Map<string, number>();
  const placeOf = ({ start, end }: Quote) => `${start} ${end}`;
  const isInOtherWords = ({ row, opinion }: Weighed) =>
    opinion?.outcome === "counted" && !opinion.quotes.some(({ text }) => sharesWords(row.requirement.text, text));
  for (const one of weighed.filter(isInOtherWords))
    for (const quote of one.opinion?.quotes ?? []) uses.set(placeOf(quote), (uses.get(placeOf(quote)) ?? 0) + 1);
  return weighed.map((one) => {
    if (!one.opinion || !isInOtherWords(one)) return one;
    const isWorn = one.opinion.quotes.every((quote) => (uses.get(placeOf(quote)) ?? 0) > mostByOneQuote);
    const { builtIn: _, ...said } = one.opinion;
    return isWorn ? { row: one.row, opinion: { ...said, outcome: "same_quote" as const } } : one;
  });
}

/** The verdict with the opinion beside it, and in its place where the opinion counts. A model closes no gate. */
function withOpinion({ requirement, verdict: own, points: ownPoints }: Judged, expert: ExpertOpinion): Judged {
  if (expert.outcome !== "counted") return { requirement, points: ownPoints, verdict: { ...own, expert } };
  const { verdict, quotes } = expert;
  const points = usualPoints[verdict];
  const gate = gateOf(requirement, verdict);
  return {
    ...{ requirement, points },
    verdict: {
      ...{ requirementKey: requirement.key, verdict, gate: gate === "fail" ? "ask" : gate, points, quotes, expert },
      ...{ confidence: expertConfidence, reason: statement(`expert_${verdict}`) },
      ...(own.corrections && { corrections: own.corrections }),
    },
  };
}

import type { Requirement } from "@/lib/position/requirement";
import type { Advice, Score, ScreeningResult } from "@/lib/screening/schema";
import type { Judged } from "./judge-requirement";
import { statement } from "./judgement";
import type { ScreenedPosition } from "./score-judged";

const interviewFrom = 65;
const reserveFrom = 45;
/**
 * Shares of what is needed, by weight, that the resume has to show: at least in part, and surely (the low end of the
 * points, leaving out what people of every profession meet). What is unknown scores the middle, so the score alone
 * cannot tell a fitting profession from another one; what is shown can.
 */
const shownForInterview = 0.5;
const surelyForInterview = 0.35;
const surelyForReserve = 0.25;
/** Kinds that people of every profession meet; they count only when a position asks for nothing else. */
const commonKinds = new Set<Requirement["kind"]>(["education", "language", "leadership", "other"]);
const mostItems = 6;

type Advised = Pick<
  ScreeningResult,
  "advice" | "adviceReasons" | "strengths" | "gaps" | "questions" | "suggestedSalary"
>;

/** What follows from verdicts and score for a person to consider; it never changes a stage by itself. */
export function advise(input: { position: ScreenedPosition; judged: Judged[]; comprehensive: Score }): Advised {
  const { position, judged, comprehensive } = input;
  const byWeight = judged.toSorted((a, b) => b.requirement.weight - a.requirement.weight);
  const { advice, adviceReasons } = decideAdvice(judged, comprehensive);
  return {
    advice,
    adviceReasons,
    strengths: byWeight
      .filter(({ verdict }) => verdict.verdict === "met")
      .slice(0, mostItems)
      .map(({ requirement, verdict }) => ({
        ...statement("strength", { requirement: requirement.text }),
        quotes: verdict.quotes.slice(0, 1),
        ...(verdict.corrections && { corrections: verdict.corrections }),
      })),
    gaps: byWeight
      .filter(({ verdict }) => verdict.verdict !== "met")
      .slice(0, mostItems)
      .map(({ requirement, verdict }) => ({
        ...statement(`gap_${verdict.verdict}`, { requirement: requirement.text }),
        requirementKey: requirement.key,
      })),
    questions: byWeight
      .filter(({ verdict }) => verdict.verdict === "unknown" || verdict.verdict === "partly")
      .toSorted((a, b) => Number(b.verdict.gate === "ask") - Number(a.verdict.gate === "ask"))
      .slice(0, mostItems)
      .map(({ requirement, verdict }) => ({
        ...statement(`ask_${requirement.kind}${verdict.verdict === "partly" ? "_more" : ""}`, {
          requirement: requirement.text,
        }),
        requirementKey: requirement.key,
      })),
    suggestedSalary: suggestSalary(position, comprehensive),
  };
}

function decideAdvice(
  judged: Judged[],
  { value }: Score,
): { advice: Advice; adviceReasons: ScreeningResult["adviceReasons"] } {
  const failed = judged.filter(({ verdict }) => verdict.gate === "fail");
  if (failed.length > 0) {
    return {
      advice: "mismatch",
      adviceReasons: failed.map(({ requirement }) => statement("gate_failed", { requirement: requirement.text })),
    };
  }
  const needed = judged.filter(({ requirement }) => requirement.necessity !== "nice");
  const share = shareOf(needed, (row) => (isShown(row) ? 100 : 0));
  const surely = shareOf(telling(needed), ({ points }) => points.low);
  const counts = { shown: needed.filter(isShown).length, needed: needed.length, score: value };
  if (needed.length > 0 && counts.shown === 0)
    return { advice: "mismatch", adviceReasons: [statement("none_shown", counts)] };
  if (surely < surelyForReserve) return { advice: "mismatch", adviceReasons: [statement("few_shown", counts)] };

  const isInterview = value >= interviewFrom && share >= shownForInterview && surely >= surelyForInterview;
  const advice = isInterview ? "interview" : value >= reserveFrom ? "reserve" : "mismatch";
  const toAsk = judged.filter(({ verdict }) => verdict.gate === "ask");
  return {
    advice,
    adviceReasons: [
      statement(needed.length === 0 ? "score_only" : "shown_of_needed", counts),
      ...toAsk.map(({ requirement }) => statement("gate_to_ask", { requirement: requirement.text })),
    ],
  };
}

function isShown({ verdict: { verdict }, points }: Judged) {
  return verdict === "met" || (verdict === "partly" && points.value >= 50);
}

function telling(needed: Judged[]): Judged[] {
  const rows = needed.filter(({ requirement }) => !commonKinds.has(requirement.kind));
  return rows.length > 0 ? rows : needed;
}

/** The mean of some points by weight, as a share; 1 when nothing is needed. */
function shareOf(rows: Judged[], points: (row: Judged) => number): number {
  const weight = rows.reduce((sum, { requirement }) => sum + requirement.weight, 0);
  const total = rows.reduce((sum, row) => sum + row.requirement.weight * points(row), 0);
  return weight === 0 ? 1 : total / weight / 100;
}

/** Where in the position's range the score lies: 50 or less at its lower end, 100 at its upper. In steps of 500. */
function suggestSalary(
  { salaryMin, salaryMax }: ScreenedPosition,
  { value }: Score,
): ScreeningResult["suggestedSalary"] {
  if (salaryMin === null || salaryMax === null || salaryMax <= 0) return null;
  const width = salaryMax - salaryMin;
  const share = Math.min(1, Math.max(0, (value - 50) / 50));
  const middle = salaryMin + width * share;
  const step = (amount: number) => Math.round(amount / 500) * 500;
  const within = (amount: number) => Math.min(salaryMax, Math.max(salaryMin, amount));
  const min = within(step(middle - width * 0.1));
  const max = within(step(middle + width * 0.1));
  return { min, max: Math.max(min, max), reason: statement("salary_by_score", { score: value }) };
}

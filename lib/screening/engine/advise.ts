import type { Advice, Score, ScreeningResult, Statement } from "@/lib/screening/schema";
import type { Judged } from "./dimensions";
import type { ScreenedPosition } from "./screen-resume";

const interviewFrom = 65;
const reserveFrom = 45;
/** Share of the musts, by weight, that has to show at least in part before an interview is advised. */
const shownForInterview = 0.5;
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

function decideAdvice(judged: Judged[], { value }: Score): { advice: Advice; adviceReasons: Statement[] } {
  const failed = judged.filter(({ verdict }) => verdict.gate === "fail");
  if (failed.length > 0) {
    return {
      advice: "mismatch",
      adviceReasons: failed.map(({ requirement }) => statement("gate_failed", { requirement: requirement.text })),
    };
  }
  const needed = judged.filter(({ requirement }) => requirement.necessity !== "nice");
  const shown = needed.filter(({ verdict }) => verdict.verdict === "met" || verdict.verdict === "partly");
  const weightOf = (rows: Judged[]) => rows.reduce((sum, { requirement }) => sum + requirement.weight, 0);
  const share = needed.length === 0 ? 1 : weightOf(shown) / weightOf(needed);
  const counts = { shown: shown.length, needed: needed.length, score: value };
  if (needed.length > 0 && shown.length === 0)
    return { advice: "mismatch", adviceReasons: [statement("none_shown", counts)] };

  const advice =
    value >= interviewFrom && share >= shownForInterview ? "interview" : value >= reserveFrom ? "reserve" : "mismatch";
  const toAsk = judged.filter(({ verdict }) => verdict.gate === "ask");
  return {
    advice,
    adviceReasons: [
      statement(needed.length === 0 ? "score_only" : "shown_of_needed", counts),
      ...toAsk.map(({ requirement }) => statement("gate_to_ask", { requirement: requirement.text })),
    ],
  };
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

function statement(code: string, values: Statement["values"]): Statement {
  return { code, values };
}

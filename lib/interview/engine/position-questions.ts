import type { CandidateLevel } from "@/lib/interview/schema";
import { draftFromBank, pickFromBank } from "./pick-from-bank";
import type { Draft, PlanContext } from "./plan-context";
import type { BankQuestion, Competency } from "./question-bank";
import { readCompetency } from "./read-competency";

/** What is worth seeing of somebody at each level, the most telling first. */
const competenciesByLevel: Record<CandidateLevel, Competency[]> = {
  junior: [
    "learning",
    "collaboration",
    "ownership",
    "motivation",
    "communication",
    "planning",
    "adaptability",
    "integrity",
    "quality",
    "customer_focus",
    "problem_solving",
  ],
  mid: [
    "ownership",
    "collaboration",
    "problem_solving",
    "motivation",
    "communication",
    "adaptability",
    "decision_making",
    "integrity",
    "learning",
    "customer_focus",
    "planning",
    "quality",
  ],
  senior: [
    "decision_making",
    "influence",
    "ownership",
    "leadership",
    "motivation",
    "collaboration",
    "integrity",
    "learning",
    "adaptability",
    "communication",
    "problem_solving",
    "planning",
  ],
  expert: [
    "influence",
    "decision_making",
    "leadership",
    "integrity",
    "motivation",
    "communication",
    "learning",
    "ownership",
    "adaptability",
    "collaboration",
    "planning",
    "quality",
  ],
};

/** Core questions of the position's work, for what its requirements leave of the time. */
export function workQuestions(context: PlanContext): Draft[] {
  const isWork = ({ kind, competency }: BankQuestion) =>
    kind === "technical" || kind === "experience" || competency === "technical_depth";
  const isOwn = ({ functions }: BankQuestion) => functions.some((one) => context.functions.includes(one));
  const own = pickFromBank(context, (one) => isOwn(one) && isWork(one) && !isSlotted(one));
  const general = pickFromBank(
    context,
    (one) =>
      one.functions.includes("any") &&
      !isSlotted(one) &&
      ["technical_depth", "problem_solving", "quality", "planning"].includes(one.competency),
  );
  return [...own, ...general].flatMap((question) => draft(question, "position_work", context));
}

/** One question for each competency the position names or the level suggests, then a second for each. */
export function behaviourQuestions(context: PlanContext): Draft[] {
  const { position, level } = context.subject;
  const named = position.requirements.flatMap(({ text }) => readCompetency(text) ?? []);
  const order = [...new Set([...named, ...competenciesByLevel[level]])];
  const groups = order.map((competency) => competencyQuestions(competency, context));
  return [0, 1, 2].flatMap((round) => groups.flatMap((drafts) => drafts[round] ?? []));
}

export function competencyQuestions(competency: Competency, context: PlanContext): Draft[] {
  const suits = (one: BankQuestion) => one.competency === competency && !isSlotted(one);
  const general = pickFromBank(context, (one) => suits(one) && one.functions.includes("any"));
  const own = pickFromBank(
    context,
    (one) => suits(one) && one.functions.some((name) => context.functions.includes(name)),
  );
  return [...general, ...own].flatMap((question) => draft(question, `competency_${competency}`, context));
}

function draft(question: BankQuestion, code: string, context: PlanContext): Draft[] {
  const made = draftFromBank(context, { question, reason: { code, values: {} } });
  return made ? [made] : [];
}

function isSlotted({ slots }: BankQuestion): boolean {
  return slots.length > 0;
}

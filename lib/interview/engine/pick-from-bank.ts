import type { CandidateLevel } from "@/lib/interview/schema";
import type { Statement } from "@/lib/screening/schema";
import { type Draft, isSayable, type PlanContext, spread, usualMinutes } from "./plan-context";
import { type BankQuestion, fillSlots, questionBank, type SlotName, slotsOf } from "./question-bank";
import { closeUp } from "./say-filled";

const usualDifficulty: Record<CandidateLevel, number> = { junior: 3.5, mid: 5, senior: 6, expert: 7.5 };

/** Questions of the candidate's level that fit, in the same order for all candidates of a position. */
export function pickFromBank(
  { subject, seed }: PlanContext,
  fits: (question: BankQuestion) => boolean,
  most = questionBank.length,
): BankQuestion[] {
  const { level } = subject;
  const rank = ({ id, difficulty }: BankQuestion) =>
    Math.round(Math.abs(difficulty - usualDifficulty[level]) / 2) + spread(seed, id);
  return questionBank
    .filter((question) => question.levels.includes(level) && fits(question))
    .map((question) => ({ question, rank: rank(question) }))
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ question }) => question);
}

type ToDraft = {
  question: BankQuestion;
  values?: Partial<Record<SlotName, string>>;
  requirementKey?: string | null;
  skills?: string[];
  reason: Statement;
};

/** The question in the interview's language, its slots filled from the resume; null when one cannot be. */
export function draftFromBank(context: PlanContext, { question, values = {}, ...more }: ToDraft): Draft | null {
  const { facts, subject } = context;
  const written = question[subject.language];
  const known = {
    company: facts.company?.value,
    title: facts.title?.value,
    project: facts.project?.value,
    years: facts.years?.value,
    ...values,
  };
  const slots = slotsOf(written.text);
  const text = fillSlots(subject.language === "zh" ? closeUp(written.text, known) : written.text, known);
  // What stands in the bank may be asked; what it is filled with need not.
  if (!text || (slots.length > 0 && !isSayable(text))) return null;
  const fact = (["company", "project", "title"] as const).find((name) => slots.includes(name));
  return {
    text,
    listenFor: written.listenFor,
    followUps: written.followUps,
    difficulty: question.difficulty,
    skills: more.skills ?? question.skills,
    requirementKey: more.requirementKey ?? null,
    quote: (fact && facts[fact]?.quote) ?? null,
    source: "bank",
    bankId: question.id,
    reason: more.reason,
    minutes: usualMinutes,
  };
}

import type { Statement } from "@/lib/screening/schema";
import { type Draft, type PlanContext, usualMinutes } from "./plan-context";
import { type BankQuestion, fillSlots, type SlotName } from "./question-bank";
import { closeUp } from "./say-filled";

/** Questions of the candidate's level that fit, in the same order for all candidates of a position. */
export function pickFromBank({ bank }: PlanContext, fits: (question: BankQuestion) => boolean): BankQuestion[] {
  return bank.filter(fits);
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
  const { slots } = question;
  const text = fillSlots(subject.language === "zh" ? closeUp(written.text, known) : written.text, known);
  if (!text) return null;
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
    isFilled: slots.length > 0,
  };
}

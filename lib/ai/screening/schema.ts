import { z } from "zod";
import type { experts, judgingExperts } from "@/lib/ai/screening/kinds";
import { textSpan } from "@/lib/resume/profile";
import { verdicts } from "@/lib/screening/kinds";

/** Rises when the same input is asked otherwise, so that what was answered before does not stand for it. */
export const expertsVersion = "1";

export type Expert = (typeof experts)[number];
export type JudgingExpert = (typeof judgingExperts)[number];

/** What a model is asked for. Bounds stand in the checks: not every server knows them in a schema. */
export const expertAnswer = z.object({
  facts: z.array(z.object({ requirement: z.string(), verdict: z.enum(verdicts), quotes: z.array(z.string()) })),
  zh: z.string(),
  en: z.string(),
});
export type ExpertAnswer = z.infer<typeof expertAnswer>;

export const criticAnswer = z.object({
  objections: z.array(z.object({ fact: z.string(), zh: z.string(), en: z.string() })),
  zh: z.string(),
  en: z.string(),
});
export type CriticAnswer = z.infer<typeof criticAnswer>;

const prose = z.object({ zh: z.string(), en: z.string() });
/** A few sentences in both languages. */
export type Prose = z.infer<typeof prose>;

const foundQuote = textSpan.extend({ text: z.string().min(1) });

/** A verdict with the words of the resume it rests on, which code has found there. */
export const expertFact = z.object({
  requirementKey: z.string(),
  verdict: z.enum(verdicts),
  quotes: z.array(foundQuote),
});
export type ExpertFact = z.infer<typeof expertFact>;

export const expertFindings = z.object({
  facts: z.array(expertFact),
  /** Null when it said what its facts do not hold. */
  prose: prose.nullable(),
  /** Quotes that do not stand in the resume. */
  dropped: z.int(),
});
export type ExpertFindings = z.infer<typeof expertFindings>;

/** Facts that do not carry their verdict, and why. */
export const criticFindings = z.object({
  objections: z.array(prose.extend({ requirementKey: z.string() })),
  prose: prose.nullable(),
});
export type CriticFindings = z.infer<typeof criticFindings>;

import type { Locale } from "@/lib/i18n/locale";
import { answerSentences } from "@/lib/interview/engine/answer-sentences";
import { planSentences } from "@/lib/interview/engine/plan-sentences";
import type { Statement } from "@/lib/screening/schema";
import { sayFrom } from "@/lib/screening/statements";

/** Every sentence of the engine about plans and answers, in both languages. */
export const interviewSentences = { ...planSentences, ...answerSentences };

export function sayInterview(statement: Statement, locale: Locale): string {
  return sayFrom(interviewSentences, statement, locale);
}

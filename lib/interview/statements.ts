import type { Locale } from "@/lib/i18n/locale";
import { answerSentences } from "@/lib/interview/engine/answer-sentences";
import { planSentences } from "@/lib/interview/engine/plan-sentences";
import type { Statement } from "@/lib/screening/schema";
import { sayWith } from "@/lib/screening/statements";

/** Every sentence of the engine about plans and answers, in both languages. */
const sentences: Record<string, readonly [zh: string, en: string]> = { ...planSentences, ...answerSentences };

/** A statement in words. An unknown code (a report of a newer engine) shows itself rather than nothing. */
export function sayInterview({ code, values }: Statement, locale: Locale): string {
  const sentence = sentences[code];
  return sentence ? sayWith(sentence, values, locale) : code;
}

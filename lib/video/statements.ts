import type { Locale } from "@/lib/i18n/locale";
import { sayInterview } from "@/lib/interview/statements";
import type { Statement } from "@/lib/screening/schema";
import { sayWith } from "@/lib/screening/statements";
import { videoSentences } from "@/lib/video/engine/video-sentences";

/** A statement about a recording in words. */
export function sayVideo(statement: Statement, locale: Locale): string {
  const sentence = videoSentences[statement.code];
  return sentence ? sayWith(sentence, statement.values, locale) : sayInterview(statement, locale);
}

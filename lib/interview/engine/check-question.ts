import { foldWidth } from "@/lib/resume/parsing/fold";
import type { TextSpan } from "@/lib/resume/profile";
import type { Statement } from "@/lib/screening/schema";
import { concernAlternatives } from "./concern-alternatives";
import { concernPatterns, type QuestionConcern } from "./concern-patterns";

export type FoundConcern = {
  concern: QuestionConcern;
  /** The words that ask for it. */
  span: TextSpan;
  /** Why it should not be asked. */
  reason: Statement;
  /** A lawful question that asks what the job needs. */
  alternative: { zh: string; en: string };
};

/** What a question asks that it may not, or that has nothing to do with the job, in the order of the text; each concern once. */
export function checkQuestion(text: string): FoundConcern[] {
  // As long as the text, so that places are the same.
  const folded = foldWidth(text)
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[’`]/g, "'");
  return concernPatterns
    .flatMap(([concern, pattern]): FoundConcern[] => {
      const [match] = folded.matchAll(pattern);
      if (!match?.[0]) return [];
      const span = { start: match.index, end: match.index + match[0].length };
      const reason = { code: `concern_${concern}`, values: {} };
      return [{ concern, span, reason, alternative: concernAlternatives[concern] }];
    })
    .toSorted((a, b) => a.span.start - b.span.start);
}

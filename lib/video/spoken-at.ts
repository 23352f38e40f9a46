import type { TranscriptLine } from "@/lib/video/schema";

/** When a character of a line is said: by its word's time, else by its share of the line. */
export function secondsAt({ text, startSeconds, endSeconds, words }: TranscriptLine, at: number): number {
  let from = 0;
  for (const word of words ?? []) {
    const start = text.indexOf(word.text.trim(), from);
    if (start < 0) continue;
    from = start + word.text.trim().length;
    if (at < from) return word.startSeconds;
  }
  const share = text.length > 0 ? Math.min(1, Math.max(0, at / text.length)) : 0;
  return startSeconds + share * Math.max(0, endSeconds - startSeconds);
}

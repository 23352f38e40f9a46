import { toClock } from "@/lib/interview/to-clock";
import { statement } from "@/lib/screening/engine/judgement";
import { round } from "@/lib/screening/engine/read-numbers";
import type { Statement } from "@/lib/screening/schema";
import type { TranscriptQuality } from "@/lib/video/analysis-schema";
import type { Transcript, TranscriptLine } from "@/lib/video/schema";
import { countWords, languageOf } from "./utterances";

/** Fewer say nothing about anybody. */
const fewestWords = { zh: 80, en: 50 };
const leastCoverage = 0.25;
const leastConfidence = 0.5;
const longestGap = { seconds: 120, share: 0.2 };
const mostRepeated = 0.3;
const fewestToRepeat = 10;
const beyondSeconds = 5;
const mostBroken = 0.01;

type Check = { transcript: Transcript; durationSeconds: number | null };

/**
 * Whether a transcript is good enough to judge by. It is not with too few words, where lines cover less than a quarter
 * of the recording, with a stretch of nothing longer than two minutes and a fifth of it, with lines after its end, where
 * the recogniser was unsure (below 0.5), where it went round in a loop (a third of the lines say the same), or with
 * broken letters.
 */
export function checkQuality({ transcript, durationSeconds }: Check): TranscriptQuality {
  const { lines, hasTimes } = transcript;
  const text = lines.map((line) => line.text).join("\n");
  const language = languageOf(text);
  const words = countWords(text);
  const last = Math.max(0, ...lines.map(({ endSeconds }) => endSeconds));
  const whole = durationSeconds ?? null;
  const isTimed = hasTimes && whole !== null && whole > 0;
  const covered = isTimed ? round(coveredSeconds(lines) / whole, 2) : null;
  const gap = isTimed ? round(longestSilence(lines, whole)) : null;
  const sure = confidenceOf(lines);
  const repeated = round(repeatedShare(lines), 2);
  const broken = (text.match(/\uFFFD/g)?.length ?? 0) / Math.max(1, text.length);
  const faults: Statement[] = [];
  if (words < fewestWords[language])
    faults.push(statement("quality_too_few_words", { words, needed: fewestWords[language] }));
  if (broken > mostBroken) faults.push(statement("quality_broken_letters"));
  if (isTimed && last > whole + beyondSeconds)
    faults.push(statement("quality_beyond_end", { last: toClock(last), duration: toClock(whole) }));
  if (covered !== null && covered < leastCoverage)
    faults.push(statement("quality_little_covered", { covered: percent(covered), needed: percent(leastCoverage) }));
  if (gap !== null && whole !== null && gap > longestGap.seconds && gap > longestGap.share * whole)
    faults.push(statement("quality_gap", { gap: Math.round(gap) }));
  if (sure !== null && sure < leastConfidence)
    faults.push(statement("quality_unsure", { sure: percent(sure), needed: percent(leastConfidence) }));
  if (repeated > mostRepeated || hasLoop(text)) faults.push(statement("quality_loop", { repeated: percent(repeated) }));
  const notes = hasTimes ? [] : [statement("quality_without_times")];
  return {
    ...{ passes: faults.length === 0, reasons: [...faults, ...notes], words, language },
    ...{ coverage: covered, longestGapSeconds: gap, confidence: sure, repeated },
  };
}

function coveredSeconds(lines: readonly TranscriptLine[]): number {
  let end = 0;
  let covered = 0;
  for (const line of lines.toSorted((a, b) => a.startSeconds - b.startSeconds)) {
    covered += Math.max(0, line.endSeconds - Math.max(end, line.startSeconds));
    end = Math.max(end, line.endSeconds);
  }
  return covered;
}

function longestSilence(lines: readonly TranscriptLine[], durationSeconds: number): number {
  let end = 0;
  let longest = 0;
  for (const line of lines.toSorted((a, b) => a.startSeconds - b.startSeconds)) {
    longest = Math.max(longest, line.startSeconds - end);
    end = Math.max(end, line.endSeconds);
  }
  return Math.max(longest, durationSeconds - end);
}

/** By length: a long line that is wrong matters more. */
function confidenceOf(lines: readonly TranscriptLine[]): number | null {
  const told = lines.flatMap(({ text, confidence }) => (confidence === undefined ? [] : [{ text, confidence }]));
  const length = told.reduce((sum, { text }) => sum + text.length, 0);
  if (length === 0) return null;
  return round(told.reduce((sum, { text, confidence }) => sum + text.length * confidence, 0) / length, 2);
}

function repeatedShare(lines: readonly TranscriptLine[]): number {
  const long = lines.map(({ text }) => text.trim().toLowerCase()).filter((text) => countWords(text) >= 3);
  if (long.length < fewestToRepeat) return 0;
  return 1 - new Set(long).size / long.length;
}

/** A recogniser that has lost its way says one thing over and over. */
function hasLoop(text: string): boolean {
  return /(.{4,60}?)(?:[\s，,。.]*\1){7,}/u.test(text.replace(/\s+/g, " ").slice(0, 200_000));
}

function percent(share: number): number {
  return Math.round(share * 100);
}

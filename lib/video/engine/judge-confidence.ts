import { round } from "@/lib/screening/engine/read-numbers";
import type { Confidence, TranscriptQuality } from "@/lib/video/analysis-schema";
import type { Transcript } from "@/lib/video/schema";
import { checkConsistency } from "./check-consistency";
import { type Conversation, readConversation } from "./read-exchanges";
import type { VideoSubject } from "./subject";
import { countWords } from "./utterances";

/** So much speech of the candidate that more would hardly tell more. */
const enoughWords = { zh: 1500, en: 900 };

/**
 * How sure we are of what else is said here, 0 to 1: the mean of the transcript's quality (its coverage of the recording
 * and the recogniser's own confidence, where they are known, and that lines are not repeated), of how much the
 * candidate said, and of how far a second pass agrees, which does without the transcript's names and tells who speaks
 * from the words alone: the share of lines given to the same person and of claims found by both.
 */
export function judgeConfidence(
  transcript: Transcript,
  quality: TranscriptQuality,
  first: Conversation,
  subject: VideoSubject,
): Confidence {
  const second = readConversation(transcript, subject, "words");
  const known = [
    ...(quality.coverage === null ? [] : [Math.min(1, quality.coverage / 0.6)]),
    ...(quality.confidence === null ? [] : [quality.confidence]),
    transcript.hasTimes ? 1 : 0.7,
    1 - quality.repeated,
  ];
  const words = first.utterances
    .filter(({ role }) => role === "candidate")
    .reduce((sum, { text }) => sum + countWords(text), 0);
  const parts = {
    transcript: round(mean(known), 2),
    speech: round(Math.min(1, words / enoughWords[quality.language]), 2),
    agreement: round(mean([sameLines(first, second, transcript), sameClaims(first, second, subject)]), 2),
  };
  return { value: round(mean(Object.values(parts)), 2), parts };
}

function sameLines(first: Conversation, second: Conversation, { lines }: Transcript): number {
  const length = lines.reduce((sum, { text }) => sum + text.length, 0);
  const same = lines.reduce(
    (sum, { text }, index) => sum + (first.speakers.roles[index] === second.speakers.roles[index] ? text.length : 0),
    0,
  );
  return length > 0 ? same / length : 0;
}

function sameClaims(first: Conversation, second: Conversation, subject: VideoSubject): number {
  const [one, other] = [first, second].map((conversation) => claimsOf(conversation, subject));
  const all = new Set([...(one ?? []), ...(other ?? [])]);
  return all.size === 0 ? 1 : [...all].filter((key) => one?.has(key) && other?.has(key)).length / all.size;
}

function claimsOf(conversation: Conversation, subject: VideoSubject): Set<string> {
  const { conflicts, agreements } = checkConsistency(conversation, subject);
  return new Set([
    ...conflicts.map(({ reason }) => `${reason.code} ${JSON.stringify(reason.values)}`),
    ...agreements.map(({ kind, subject: about }) => `${kind} ${about}`),
  ]);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, value) => sum + value, 0) / Math.max(1, numbers.length);
}

import { z } from "zod";
import type { SpokenWord, Transcript, TranscriptLine } from "@/lib/video/schema";

const time = z.number().nonnegative();
const word = z.object({ word: z.string(), start: time, end: time });
const segment = z.object({
  start: time,
  end: time,
  text: z.string(),
  /** The logarithm of how sure it was. */
  avg_logprob: z.number().nullish(),
  no_speech_prob: z.number().nullish(),
  /** Of servers that tell speakers apart. */
  speaker: z.union([z.string(), z.number()]).nullish(),
});

/** What an OpenAI-compatible server answers: plain text, or with segments and words. */
export const heardPiece = z.object({
  text: z.string(),
  language: z.string().nullish(),
  segments: z.array(segment).max(50_000).nullish(),
  words: z.array(word).max(200_000).nullish(),
});
export type HeardPiece = z.infer<typeof heardPiece>;

export type HeardLines = { hasTimes: boolean; lines: TranscriptLine[] };
type Place = { startSeconds: number; endSeconds: number };

/** Above, with little confidence, the recogniser made words up from silence. */
const silent = { noSpeech: 0.6, logprob: -1 };

/** The lines of one piece, at the places they have in the whole recording. */
export function heardLines({ text, segments, words }: HeardPiece, { startSeconds }: Place): HeardLines {
  const spoken = (words ?? []).flatMap(({ word: said, start, end }): SpokenWord[] => {
    const written = said.trim().slice(0, 200);
    if (written === "") return [];
    return [{ text: written, startSeconds: startSeconds + start, endSeconds: startSeconds + Math.max(start, end) }];
  });
  const told = (segments ?? []).filter((one) => one.text.trim() !== "" && !isSilence(one));
  if (told.length > 0) {
    const lines = told.map(({ start, end, text: said, avg_logprob: logprob, speaker }): TranscriptLine => {
      const from = startSeconds + start;
      const to = startSeconds + Math.max(start, end);
      const own = spoken.filter((one) => one.startSeconds >= from - 0.01 && one.startSeconds < to);
      return {
        ...{ startSeconds: from, endSeconds: to, text: said.trim().slice(0, 5000) },
        speaker: speaker === null || speaker === undefined ? "" : String(speaker).slice(0, 100),
        ...(own.length > 0 && { words: own }),
        ...(typeof logprob === "number" && { confidence: Math.min(1, Math.exp(logprob)) }),
      };
    });
    return { hasTimes: true, lines };
  }
  if (spoken.length > 0) return { hasTimes: true, lines: linesOfWords(spoken) };
  // Text alone does not say when it was said.
  const lines = segments
    ? []
    : text
        .split(/(?<=[。！？!?\n])|(?<=\.)\s/)
        .map((sentence) => sentence.trim().slice(0, 5000))
        .filter((sentence) => sentence !== "")
        .map((sentence) => ({ startSeconds: 0, endSeconds: 0, speaker: "", text: sentence }));
  return { hasTimes: lines.length === 0, lines };
}

function isSilence({ avg_logprob: logprob, no_speech_prob: noSpeech }: z.infer<typeof segment>) {
  return (noSpeech ?? 0) > silent.noSpeech && (logprob ?? 0) < silent.logprob;
}

const apartSeconds = 1;
const mostWords = 40;

/** Words without sentences: a line ends at a stop, a pause, or forty words. */
function linesOfWords(words: readonly SpokenWord[]): TranscriptLine[] {
  const groups: SpokenWord[][] = [];
  for (const one of words) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const isOver =
      !last ||
      /[.。!！?？]$/.test(last.text) ||
      one.startSeconds - last.endSeconds > apartSeconds ||
      (group?.length ?? 0) >= mostWords;
    if (isOver) groups.push([one]);
    else group?.push(one);
  }
  return groups.map((group) => ({
    ...{ startSeconds: group[0]?.startSeconds ?? 0, endSeconds: group.at(-1)?.endSeconds ?? 0, speaker: "" },
    text: group.reduce((said, { text }) => said + (needsSpace(said, text) ? " " : "") + text, "").slice(0, 5000),
    words: group,
  }));
}

function needsSpace(before: string, after: string) {
  return before !== "" && !(/\p{Script=Han}$/u.test(before) || /^\p{Script=Han}/u.test(after));
}

/** All pieces in their order. Times count only where every piece has them. */
export function joinHeard(pieces: readonly HeardLines[]): Transcript {
  const hasTimes = pieces.every((piece) => piece.hasTimes);
  const lines = pieces.flatMap((piece) => piece.lines);
  return {
    source: "endpoint",
    hasTimes,
    lines: hasTimes ? lines : lines.map(({ speaker, text }) => ({ startSeconds: 0, endSeconds: 0, speaker, text })),
  };
}

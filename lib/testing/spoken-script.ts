import { type SpokenWord, speak, voiceRate } from "./speak.ts";
import { writeWav } from "./transcription-server.ts";

/** A recording of a candidate's answers: questions are put in the pauses between them. */
export type Recording = {
  wav: Buffer;
  /** In the order they are given, as their sentences; the last may be broken off by the end of the recording. */
  answers: { sentences: string[]; endSeconds: number }[];
  words: SpokenWord[];
  levels: Float32Array;
};

const betweenAnswers = 6;
const betweenSentences = 1.1;
const frame = voiceRate / 50;

/**
 * Sentences spoken one after the other, in answers of about so long, until the time is over: in the middle of one, or
 * after the last that fits.
 */
export function recordAnswers(
  nextSentence: () => string,
  { seconds, answerSeconds, endsWhole }: { seconds: number; answerSeconds: number; endsWhole: boolean },
): Recording {
  const samples = new Float32Array(Math.round(seconds * voiceRate));
  const words: SpokenWord[] = [];
  const answers: Recording["answers"] = [];
  let at = 2;
  while (at < seconds) {
    const answer = { sentences: [] as string[], endSeconds: 0 };
    for (const end = at + answerSeconds; at < Math.min(end, seconds); at += betweenSentences) {
      const sentence = nextSentence();
      const spoken = speak(sentence);
      if (endsWhole && at + spoken.samples.length / voiceRate > seconds) {
        at = seconds;
        break;
      }
      samples.set(spoken.samples.slice(0, Math.max(0, samples.length - at * voiceRate)), Math.round(at * voiceRate));
      words.push(...spoken.words.map(({ word, start, end }) => ({ word, start: start + at, end: end + at })));
      answer.sentences.push(sentence);
      at += spoken.samples.length / voiceRate;
    }
    answer.endSeconds = at;
    if (answer.sentences.length > 0) answers.push(answer);
    at += betweenAnswers;
  }
  return { wav: writeWav(samples, voiceRate), answers, words, levels: levelsOf(samples) };
}

/**
 * A recogniser that has learned these recordings by heart: it finds where a piece of sound stands in one of them by its
 * loudness, and says the words that lie there whole. Sound that was lost or cut off is not said.
 */
export function recogniserOf(recordings: readonly Recording[]) {
  const hear = listenerOf(recordings);
  return (samples: Float32Array): string =>
    hear(samples)
      .map(({ word }) => word)
      .join(" ");
}

/** The same with when each word stands in the piece. */
export function listenerOf(recordings: readonly Recording[]) {
  return (samples: Float32Array): SpokenWord[] => {
    const piece = levelsOf(samples);
    const found = recordings
      .map((recording) => ({ recording, ...bestPlace(recording.levels, piece) }))
      .reduce((a, b) => (b.likeness > a.likeness ? b : a));
    const start = found.place / 50;
    const end = start + piece.length / 50;
    return found.recording.words
      .filter((word) => word.start > start - 0.06 && word.end < end + 0.06)
      .map((word) => ({ ...word, start: Math.max(0, word.start - start), end: word.end - start }));
  };
}

/** Of 20 ms each; the root lessens what a browser's gain control changes. */
function levelsOf(samples: Float32Array): Float32Array {
  return Float32Array.from({ length: Math.floor(samples.length / frame) }, (_, index) => {
    let sum = 0;
    for (let at = index * frame; at < (index + 1) * frame; at += 1) sum += (samples[at] ?? 0) ** 2;
    return Math.sqrt(Math.sqrt(sum / frame));
  });
}

/** Pearson's correlation of the piece with every place it could have. */
function bestPlace(levels: Float32Array, piece: Float32Array) {
  const centred = piece.map((level) => level - meanOf(piece));
  const spread = Math.sqrt(centred.reduce((sum, level) => sum + level * level, 0));
  let best = { place: 0, likeness: -1 };
  let sum = 0;
  let squares = 0;
  for (let end = 0; end < levels.length; end += 1) {
    const place = end - piece.length + 1;
    sum += levels[end] ?? 0;
    squares += (levels[end] ?? 0) ** 2;
    if (place < 0) continue;
    let together = 0;
    for (let index = 0; index < piece.length; index += 1)
      together += (centred[index] ?? 0) * (levels[place + index] ?? 0);
    const likeness = together / (spread * Math.sqrt(Math.max(1e-9, squares - (sum * sum) / piece.length)));
    if (likeness > best.likeness) best = { place, likeness };
    sum -= levels[place] ?? 0;
    squares -= (levels[place] ?? 0) ** 2;
  }
  return best;
}

const meanOf = (levels: Float32Array) => levels.reduce((sum, level) => sum + level, 0) / levels.length;

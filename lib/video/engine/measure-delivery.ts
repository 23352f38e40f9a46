import { listFillers } from "@/lib/interview/engine/words";
import { round } from "@/lib/screening/engine/read-numbers";
import type { Delivery } from "@/lib/video/analysis-schema";
import type { Conversation } from "./read-exchanges";
import { countWords, languageOf, type Utterance } from "./utterances";

/**
 * What is usual, where somebody published it and we could read it; null where not. The page names the sources
 * (`delivery_sources_zh`, `_en`), and docs/decisions/2026-11-21-video-analysis.md says what was read.
 *
 * Chinese: 30 adults speaking freely, 226 (men, SD 26) and 199 (women, SD 40) syllables a minute; two deviations around.
 * English: people in the United States 125 to 150 words a minute (a textbook), nine talks 133 to 188; widened. Both
 * count pauses that we leave out, so that values here come out a little higher. The length of an answer is advice.
 */
const usual = {
  perMinute: { en: { low: 110, high: 190 }, zh: { low: 120, high: 280 } },
  answerSeconds: { low: 60, high: 120 },
};

/** A pause that others notice. */
const pauseSeconds = 2;
const mostPauses = 200;
const mostFillers = 20;

type Spoken = { startSeconds: number; endSeconds: number };

/** How the candidate spoke, in numbers. */
export function measureDelivery({ turns, transcript, utterances }: Conversation): Delivery {
  const answers = turns.filter(({ answer }) => answer.length > 0);
  const spoken = answers.flatMap(({ answer }) => answer);
  const text = spoken.map((one) => one.text).join("\n");
  const words = countWords(text);
  const language = languageOf(text);
  const fillers = listFillers(text).map((filler) => filler.toLowerCase());
  const { hasTimes, lines } = transcript;
  const timed = hasTimes ? answers.map(({ answer }) => answer.flatMap((one) => timesOf(one, lines))) : [];
  const hasWords = timed.some((stretch) => stretch.length > 0) && lines.some((line) => line.words?.length);
  const pauses = timed.flatMap(pausesIn);
  const pauseTotal = pauses.reduce((sum, one) => sum + one.durationSeconds, 0);
  const held = timed.reduce((sum, stretch) => sum + lengthOf(stretch), 0);
  const speaking = held - pauseTotal;
  const minutes = speaking / 60;
  const isLong = speaking >= 10 && words >= 30;
  const answerTimes = timed.map(lengthOf).filter((seconds) => seconds > 0);
  const all = utterances.reduce((sum, one) => sum + countWords(one.text), 0);
  return {
    perMinute: { value: isLong ? Math.round(words / minutes) : null, usual: usual.perMinute[language] },
    fillersPerHundred: {
      value: words >= 30 ? round((100 * fillers.length) / words) : null,
      // Recognisers leave them out, each in its own way.
      usual: null,
    },
    fillers: countEach(fillers),
    pausesPerMinute: { value: isLong ? round(pauses.length / (held / 60)) : null, usual: null },
    pauses: pauses.slice(0, mostPauses),
    answerSeconds: { value: median(answerTimes), usual: usual.answerSeconds },
    answerWords: {
      value: median(answers.map(({ answer }) => answer.reduce((sum, one) => sum + countWords(one.text), 0))),
      usual: null,
    },
    beforeAnswerSeconds: { value: hasTimes ? median(answers.flatMap(latencyOf)) : null, usual: null },
    candidateShare: { value: all > 0 && answers.length > 0 ? round(words / all, 2) : null, usual: null },
    readingAloud: readingSignsOf({ answers: answers.map(({ answer }) => answer), text, words, fillers, hasTimes }),
    by: hasWords ? "words" : hasTimes ? "lines" : "none",
  };
}

function timesOf({ pieces }: Utterance, lines: Conversation["transcript"]["lines"]): Spoken[] {
  return pieces.flatMap(({ line }) => {
    const spoken = lines[line];
    return spoken?.words?.length ? spoken.words : spoken ? [spoken] : [];
  });
}

function pausesIn(stretch: readonly Spoken[]) {
  return stretch.slice(1).flatMap((next, index) => {
    const end = stretch[index]?.endSeconds ?? next.startSeconds;
    const durationSeconds = round(next.startSeconds - end);
    return durationSeconds >= pauseSeconds ? [{ seconds: round(end), durationSeconds }] : [];
  });
}

function lengthOf(stretch: readonly Spoken[]): number {
  const first = stretch[0];
  const last = stretch.at(-1);
  return first && last ? Math.max(0, last.endSeconds - first.startSeconds) : 0;
}

/** From the end of a question to the beginning of its answer. */
function latencyOf({ question, answer }: Conversation["turns"][number]): number[] {
  const asked = question.at(-1);
  const said = answer[0];
  return asked && said ? [Math.max(0, round(said.startSeconds - asked.endSeconds))] : [];
}

function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  const other = sorted[Math.ceil((sorted.length - 1) / 2)];
  return middle === undefined || other === undefined ? null : round((middle + other) / 2);
}

function countEach(words: readonly string[]): Delivery["fillers"] {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const listed = [...counts].map(([text, count]) => ({ text, count }));
  return listed.toSorted((a, b) => b.count - a.count || a.text.localeCompare(b.text)).slice(0, mostFillers);
}

/** Words of written language that hardly anybody says. */
const writtenWords =
  /综上所述|与此同时|由此可见|值得一提的是|不仅如此|总而言之|进而|此外|furthermore|moreover|in conclusion|consequently|additionally|thereby|hence|notably/gi;
/** "我我们", "the the", "I I": somebody who looks for words. */
const restarts = /([\p{Script=Han}]{1,3})[，,、…\s]{0,9}\1(?=[\p{Script=Han}])|\b([a-z']{1,30})[\s,.…-]{1,9}\2\b/giu;
const fewestWords = 150;
const fewestAnswers = 3;

type Read = { answers: Utterance[][]; text: string; words: number; fillers: readonly string[]; hasTimes: boolean };

/** What reading from a sheet often goes with, and other things too. Below 150 words none is told. */
function readingSignsOf({ answers, text, words, fillers, hasTimes }: Read): Delivery["readingAloud"] {
  if (words < fewestWords) return [];
  const rates = answers.flatMap((answer) => {
    const count = answer.reduce((sum, one) => sum + countWords(one.text), 0);
    const seconds = answer.reduce((sum, one) => sum + one.endSeconds - one.startSeconds, 0);
    return count >= 20 && seconds > 5 ? [count / seconds] : [];
  });
  const spread = rates.length >= fewestAnswers ? variation(rates) : null;
  const written = text.match(writtenWords)?.length ?? 0;
  return [
    ...(fillers.length === 0 ? [{ sign: "no_fillers" as const, value: words }] : []),
    ...(hasTimes && spread !== null && spread < 0.08 ? [{ sign: "even_rate" as const, value: round(spread, 2) }] : []),
    ...(written >= 3 ? [{ sign: "written_words" as const, value: written }] : []),
    ...((text.match(restarts)?.length ?? 0) === 0 ? [{ sign: "no_restarts" as const, value: words }] : []),
  ];
}

function variation(numbers: readonly number[]): number {
  const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
  const square = numbers.reduce((sum, value) => sum + (value - mean) ** 2, 0) / numbers.length;
  return Math.sqrt(square) / mean;
}

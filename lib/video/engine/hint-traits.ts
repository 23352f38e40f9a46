import words from "@/data/trait-words.json" with { type: "json" };
import { round } from "@/lib/screening/engine/read-numbers";
import type { Traits, VideoQuote } from "@/lib/video/analysis-schema";
import { bigFive } from "@/lib/video/kinds";
import type { Conversation } from "./read-exchanges";
import { countWords, languageOf, quoteOf } from "./utterances";

/** Less says nothing about anybody. */
const fewestWords = { en: 300, zh: 500 };
/** Of one trait's list; below, there is no hint of it. */
const fewestMarkers = 6;
/** Draws a share of few words towards the middle. */
const prior = 5;
/**
 * A meta-analysis of 23 estimates found correlations of 0.26 to 0.30 between traits and what computers make of written
 * language (Moreno and others, 2021), with word lists that were tested, which ours was not: nine tenths of what differs
 * between people stay open. A number cannot be surer than that, however many words there are.
 */
const leastHalfWidth = 0.3;
const mostQuotes = 3;

/**
 * Five hints from words alone. For each trait the words of its list that studies found used more by people high in it,
 * against those used more by people low in it: value = (up + 5) / (up + down + 10), with a 95 % interval of that share
 * which is never narrower than ±0.3. Null below 300 English words or 500 Chinese characters of the candidate.
 */
export function hintTraits({ turns, transcript }: Conversation): Traits {
  const spoken = turns.flatMap(({ answer }) => answer);
  const text = spoken.map((one) => one.text).join("\n");
  const language = languageOf(text);
  const count = countWords(text);
  const needed = fewestWords[language];
  if (count < needed) return { state: "too_few_words", words: count, needed, hints: [], ...byRules };
  const places = bigFive.flatMap((trait) =>
    (["up", "down"] as const).flatMap((way) => {
      const pattern = patternOf(words[trait][way][language], language);
      return spoken.flatMap((one) =>
        [...one.text.matchAll(pattern)].map(({ 0: marker, index }) => {
          const start = sentenceStart(one.text, index);
          const end = sentenceEndOf(one.text, index + marker.length);
          return { trait, way, quote: quoteOf(one, { start, end }, transcript) };
        }),
      );
    }),
  );
  return { state: "hinted", words: count, needed, hints: countHints(places), ...byRules };
}

const byRules = { model: null, failureReason: null };

export type TraitPlace = { trait: (typeof bigFive)[number]; way: "up" | "down"; quote: VideoQuote };

/** Signs of the traits both ways, as a share with its interval; none of a trait with fewer than six. */
export function countHints(all: readonly TraitPlace[]): Traits["hints"] {
  return bigFive.map((trait) => {
    const places = all.filter((place) => place.trait === trait);
    const up = places.filter(({ way }) => way === "up").length;
    const down = places.length - up;
    if (places.length < fewestMarkers) return { trait, up, down, value: null, low: null, high: null, quotes: [] };
    const total = up + down + 2 * prior;
    const value = (up + prior) / total;
    const half = Math.max(leastHalfWidth, 1.96 * Math.sqrt((value * (1 - value)) / (total + 1)));
    return {
      ...{ trait, up, down, value: round(value, 2), quotes: places.slice(0, mostQuotes).map(({ quote }) => quote) },
      ...{ low: round(Math.max(0, value - half), 2), high: round(Math.min(1, value + half), 2) },
    };
  });
}

function patternOf(list: readonly string[], language: "zh" | "en"): RegExp {
  const any = list.toSorted((a, b) => b.length - a.length).join("|");
  return language === "en" ? new RegExp(`\\b(?:${any})\\b`, "gi") : new RegExp(`(?<!不|没|没有|不会)(?:${any})`, "gu");
}

const around = 60;

function sentenceStart(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - around), at);
  const stop = Math.max(...[...".。!！?？，,"].map((mark) => before.lastIndexOf(mark)));
  const start = at - before.length + stop + 1;
  return start + (/^\s*/.exec(text.slice(start))?.[0].length ?? 0);
}

function sentenceEndOf(text: string, at: number): number {
  const stop = text.slice(at, at + around).search(/[.。!！?？，,]/);
  return stop < 0 ? Math.min(text.length, at + around) : at + stop + 1;
}

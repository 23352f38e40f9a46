import type { OcrLine, OcrPage, OcrWord } from "../../ocr/ocr-page";
import { cleanCharacters } from "./clean-text";
import { correctWords } from "./correct-words";
import { toSegments } from "./pdf/segments";
import type { Run, Segment } from "./pdf/types";

/** Of a page's words, those that are sure enough to be words at all: specks and rules are read as letters. */
const leastConfidence = 0.25;
/** Of a line's height: Chinese characters further apart are words of their own. */
const hanGap = 0.45;
/** The same beside Chinese punctuation, which is mostly white itself. */
const punctuationGap = 0.9;

/** What OCR made out on a page, as the layout takes it. */
export function ocrSegments(page: OcrPage): Segment[] {
  return toSegments(page.lines.flatMap(toRuns));
}

function toRuns({ baseline, size, words }: OcrLine): Run[] {
  const sure = correctWords(words)
    .map((word) => ({ ...word, text: cleanCharacters(word.text).trim() }))
    .filter(({ text, confidence }) => text !== "" && confidence >= leastConfidence);
  return withSoundBoxes(sure, size).map(({ text, x, width, confidence }) => ({
    ...{ text, x, top: baseline - size * 0.85, width, size, baseline, font: "", confidence },
  }));
}

/**
 * A line's words keep their order, whatever their boxes say: those of Chinese words overlap and stray. Characters of
 * one Chinese phrase get no gaps between them, other words a space however near they stand.
 */
function withSoundBoxes(words: readonly OcrWord[], size: number): OcrWord[] {
  const starts: number[] = [];
  for (const { x } of words) starts.push(Math.max(x, (starts.at(-1) ?? x - 0.1) + 0.1));
  return words.map((word, index) => {
    const x = starts[index] ?? word.x;
    const next = words[index + 1];
    const nextX = starts[index + 1] ?? Number.POSITIVE_INFINITY;
    const end = Math.min(Math.max(word.x + word.width, x), nextX);
    const ends = next ? [word.text.slice(-1), next.text.slice(0, 1)] : [];
    const hanEnds = ends.filter((end) => isHan.test(end) || isHanPunctuation.test(end)).length;
    const gap = ends.some((end) => isHanPunctuation.test(end)) ? punctuationGap : hanGap;
    const width = (hanEnds === 2 && nextX - end < gap * size ? nextX : end) - x;
    return { ...word, text: next && hanEnds === 0 ? `${word.text} ` : word.text, x, width };
  });
}

const isHan = /\p{Script=Han}/u;
const isHanPunctuation = /[，。、；：（）《》]/;

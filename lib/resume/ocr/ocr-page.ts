import { z } from "zod";

const ocrWord = z.object({
  text: z.string(),
  x: z.number(),
  y: z.number(),
  width: z.number(),
  height: z.number(),
  confidence: z.number().min(0).max(1),
});
export type OcrWord = z.infer<typeof ocrWord>;

const ocrLine = z.object({ baseline: z.number(), size: z.number(), words: z.array(ocrWord) });
export type OcrLine = z.infer<typeof ocrLine>;

/**
 * What OCR made out on one page, in points of the page stood upright and straightened: `turn` degrees clockwise, then
 * `skew` degrees clockwise about its middle.
 */
export const ocrPage = z.object({
  width: z.number(),
  height: z.number(),
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  skew: z.number(),
  isBlank: z.boolean(),
  lines: z.array(ocrLine),
});
export type OcrPage = z.infer<typeof ocrPage>;
export type Turn = OcrPage["turn"];

/** Mean over the words by their length, from 0 to 1; null without a word. */
export function meanConfidence(lines: readonly OcrLine[]): number | null {
  let sum = 0;
  let length = 0;
  for (const { words } of lines) {
    for (const { text, confidence } of words) {
      sum += confidence * text.length;
      length += text.length;
    }
  }
  return length === 0 ? null : sum / length;
}

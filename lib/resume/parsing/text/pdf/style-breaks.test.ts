import { expect, test } from "vitest";
import { toSegments } from "./segments";
import { TextBuilder } from "./text-builder";
import type { Run } from "./types";

/** Words on one line, each with its font and the gap before it. */
function breaksOf(words: [text: string, font: string, gap: number][]) {
  let x = 50;
  const runs = words.map(([text, font, gap]): Run => {
    x += gap;
    const width = text.length * (/\p{Script=Han}/u.test(text) ? 10 : 5);
    const run = { text, x, top: 91.5, width, size: 10, baseline: 100, font };
    x += width;
    return run;
  });
  const builder = new TextBuilder();
  builder.addRows([{ segments: toSegments(runs), isNewBlock: false }], 0);
  return builder.styleBreaks.map((at) => builder.text.slice(at).trim());
}

test.each<[[string, string, number][], string[]]>([
  [
    [
      ["Acme Group", "bold", 0],
      ["Data Engineer", "plain", 3],
    ],
    ["Data Engineer"],
  ],
  [
    [
      ["黑石科技公司", "bold", 0],
      ["上海", "plain", 0],
    ],
    ["上海"],
  ],
  [
    [
      ["Acme", "plain", 0],
      ["Data Engineer", "plain", 3],
    ],
    [],
  ],
  // The Latin word in Chinese text comes from another font, and is no other name for it.
  [
    [
      ["Java", "latin", 0],
      ["研发工程师", "han", 3],
    ],
    [],
  ],
  // Small capitals: the same word goes on in another font.
  [
    [
      ["E", "large", 0],
      ["DUCATION", "small", 0],
    ],
    [],
  ],
])("%#", (words, expected) => {
  expect(breaksOf(words)).toEqual(expected);
});

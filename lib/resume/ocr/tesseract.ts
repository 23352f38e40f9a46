import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Grey } from "./grey";
import type { OcrLine, OcrWord } from "./ocr-page";

/** The part of Tesseract's C++ API that we call, through its WebAssembly build. */
type Core = {
  FS: { writeFile(path: string, data: Uint8Array): void; unlink(path: string): void };
  TessBaseAPI: new () => Api;
};
type Api = {
  Init(folder: null, languages: string, engine: number): number;
  SetVariable(name: string, value: string): boolean;
  SetPageSegMode(mode: number): void;
  SetImageFile(exif: number, angle: number): number;
  SetRectangle(left: number, top: number, width: number, height: number): void;
  Recognize(monitor: null): number;
  GetUTF8Text(): string;
  MeanTextConf(): number;
  GetJSONText(page: number): string;
  Clear(): void;
};
export type LoadCore = (options: Record<string, () => void>) => Promise<Core>;
export type Tesseract = { recognize(grey: Grey): OcrLine[] };

const languages = ["chi_sim", "eng"];
const neuralNetOnly = 1;
const wholePage = 3;
const oneLine = 7;

/**
 * Tesseract with Chinese and English, from the packages in node_modules: nothing is fetched. Its memory never
 * shrinks, so it lives in a process that ends.
 */
export async function loadTesseract(): Promise<Tesseract> {
  const load = await loadCore();
  const quiet = () => undefined;
  const core = await load({ TesseractProgress: quiet, print: quiet, printErr: quiet });
  const require = createRequire(import.meta.url);
  for (const language of languages) {
    const folder = path.dirname(require.resolve(`@tesseract.js-data/${language}/package.json`));
    const packed = await readFile(path.join(folder, "4.0.0_best_int", `${language}.traineddata.gz`));
    core.FS.writeFile(`${language}.traineddata`, gunzipSync(packed));
  }
  const open = (language: string, mode: number) => {
    const opened = new core.TessBaseAPI();
    if (opened.Init(null, language, neuralNetOnly) !== 0) throw new Error("Tesseract did not start");
    opened.SetVariable("debug_file", "/dev/null");
    opened.SetVariable("user_defined_dpi", "200");
    opened.SetPageSegMode(mode);
    return opened;
  };
  const api = open(languages.join("+"), wholePage);
  const chinese = open("chi_sim", oneLine);
  for (const language of languages) core.FS.unlink(`${language}.traineddata`);
  return {
    recognize(grey) {
      core.FS.writeFile("/input", toPgm(grey));
      // No EXIF orientation (1) and no rotation: both were dealt with.
      api.SetImageFile(1, 0);
      api.Recognize(null);
      const answer = pageAnswer.parse(JSON.parse(api.GetJSONText(0)));
      api.Clear();
      const found = answer.blocks.flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.map(toLine)));
      return rereadDoubtful(chinese, grey, found);
    },
  };
}

/** The build for processors with relaxed SIMD, which Node 24 offers nearly everywhere, else the plain one. */
async function loadCore(): Promise<LoadCore> {
  const core = WebAssembly.validate(relaxedSimdModule)
    ? await import("tesseract.js-core/tesseract-core-relaxedsimd-lstm.js")
    : await import("tesseract.js-core/tesseract-core-lstm.js");
  return core.default;
}

/** The smallest module with a relaxed SIMD instruction: a function of no use that swizzles two vectors. */
const relaxedSimdModule = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x05, 0x01, 0x60, 0x00, 0x01, 0x7b, 0x03, 0x02, 0x01, 0x00, 0x0a, 0x0f, 0x01, 0x0d, 0x00],
  ...[0x41, 0x01, 0xfd, 0x0f, 0x41, 0x02, 0xfd, 0x0f, 0xfd, 0x80, 0x02, 0x0b],
);

function toPgm({ width, height, data }: Grey): Uint8Array {
  const head = new TextEncoder().encode(`P5\n${width} ${height}\n255\n`);
  const pgm = new Uint8Array(head.length + data.length);
  pgm.set(head);
  pgm.set(data, head.length);
  return pgm;
}

const box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() });
const lineAnswer = z.object({
  bbox: box,
  baseline: box,
  rowAttributes: z.object({ rowHeight: z.number() }),
  words: z.array(z.object({ text: z.string(), bbox: box, confidence: z.number() })),
});
const pageAnswer = z.object({
  blocks: z.array(z.object({ paragraphs: z.array(z.object({ lines: z.array(lineAnswer) })) })),
});

function toLine({ bbox, baseline, rowAttributes, words }: z.infer<typeof lineAnswer>): OcrLine {
  return {
    baseline: (baseline.y0 + baseline.y1) / 2,
    // Its own measure of the line goes wrong for a lone short word.
    size: Math.min(Math.max(rowAttributes.rowHeight, 1), Math.max(bbox.y1 - bbox.y0, 1) * 1.4),
    words: words
      .filter(({ text }) => text.trim() !== "")
      .map(({ text, bbox: { x0, y0, x1, y1 }, confidence }) => ({
        text,
        ...{ x: x0, y: y0, width: x1 - x0, height: y1 - y0 },
        confidence: Math.min(1, Math.max(0, confidence / 100)),
      })),
  };
}

const doubtfulWord = 0.7;
/** As good as nothing read. */
const guess = 0.3;
/** A page full of doubtful words is not Chinese taken for English; rereading all would take its time again. */
const mostReread = 40;
const someHan = /\p{Script=Han}/u;

/**
 * With both languages, short Chinese words are now and then taken for English ones: 至今 for "ES", a name for "FRE".
 * On a page with Chinese on it, doubtful words of Latin letters, and what is hardly more than a guess, are read again
 * as Chinese; the surer reading stays.
 */
function rereadDoubtful(chinese: Api, grey: Grey, lines: OcrLine[]): OcrLine[] {
  if (!lines.some(({ words }) => words.some(({ text }) => someHan.test(text)))) return lines;
  let left = mostReread;
  let isOpen = false;
  const reread = lines.map((line) => ({
    ...line,
    words: line.words.map((word) => {
      const isLatin = /^[A-Za-z\d|=:;,.'"!?*#&%$@()[\]/\\-]{1,8}$/.test(word.text);
      const isDoubtful = word.confidence < (isLatin ? doubtfulWord : guess);
      if (!isDoubtful || left === 0 || word.width < 0.6 * line.size) return word;
      left -= 1;
      if (!isOpen) chinese.SetImageFile(1, 0);
      isOpen = true;
      const again = readRectangle(chinese, grey, word);
      const fits = again.text.length <= Math.round(word.width / Math.max(1, Math.min(word.height, line.size))) + 1;
      return fits && someHan.test(again.text) && again.confidence > word.confidence ? { ...word, ...again } : word;
    }),
  }));
  if (isOpen) chinese.Clear();
  return reread;
}

function readRectangle(api: Api, grey: Grey, { x, y, width, height }: OcrWord) {
  // None at the sides, where the neighbours stand.
  const top = Math.max(0, y - Math.round(height * 0.25));
  api.SetRectangle(x, top, width, Math.min(grey.height - top, Math.round(height * 1.5)));
  api.Recognize(null);
  return { text: api.GetUTF8Text().replace(/\s+/g, ""), confidence: Math.max(0, api.MeanTextConf() / 100) };
}

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { makeGold } from "../../gold/make-gold";
import { type ResumeDocument, UnreadableFileError } from "../document";
import { extractProfile } from "./extract-profile";
import { makePdf } from "./fixtures/make-pdf";
import { makeDocx, paragraph } from "./fixtures/make-zip";
import { expectSound } from "./fixtures/sound";
import { parseResume } from "./parse-resume";

const folder = path.join(import.meta.dirname, "fixtures");
const texts = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name))
  .map((name) => readFileSync(path.join(folder, name)));
const files: [string, Buffer][] = [
  ...texts.map((bytes): [string, Buffer] => ["a.txt", bytes]),
  [
    "a.pdf",
    makePdf([
      [
        { text: "Jane Miller", x: 60, y: 60, size: 20 },
        { text: "Acme Ltd, Jan 2019 - Present", x: 60, y: 90 },
      ],
    ]),
  ],
  ["a.docx", makeDocx(paragraph("Jane Miller") + paragraph("Acme Ltd, Jan 2019 - Present"))],
];

test("made-up resumes in every layout give values that stand where they say", async () => {
  for (const [index, { name, format, make }] of makeGold().entries()) {
    // Drawing PDFs takes a while: one in four of them.
    if (format === "image" || (format === "pdf" && index % 4 > 0)) continue;
    const { document, profile } = await parseResume(await make(), { fileName: name, asOf: "2026-11-21" });
    expectSound(document, profile);
  }
});

test("damaged files give text or a reason, never another error", async () => {
  const random = makeRandom(7);
  for (let round = 0; round < 150; round += 1) {
    const [name, bytes] = files[round % files.length] ?? ["a.txt", Buffer.from("x")];
    const damaged = Buffer.from(bytes.subarray(0, Math.ceil(bytes.length * (random() < 0.3 ? random() : 1))));
    for (let hits = Math.floor(random() * 20); hits > 0; hits -= 1)
      damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
    try {
      const { document, profile } = await parseResume(damaged, { fileName: name, asOf: "2026-11-21" });
      expectSound(document, profile);
    } catch (error) {
      expect(error).toBeInstanceOf(UnreadableFileError);
    }
  }
});

test("shuffled and torn resumes give profiles whose every span lies in the text", () => {
  const random = makeRandom(11);
  for (let round = 0; round < 150; round += 1) {
    const source = texts[round % texts.length]?.toString("utf8") ?? "";
    const lines = source.split("\n").sort(() => random() - 0.5);
    const text = lines
      .map((line) => (random() < 0.1 ? line.slice(Math.floor(random() * line.length)) : line))
      .join(random() < 0.2 ? "\t" : "\n");
    const document: ResumeDocument = { kind: "txt", text, pages: [], boxes: [], isTruncated: false };
    expectSound(document, extractProfile(document, { asOf: "2026-11-21" }));
  }
});

test.each([
  ["empty", ""],
  ["one letter", "x"],
  ["bullets only", "•\n•\n- \n1."],
  ["a page of brackets", "(((((".repeat(4000)],
  ["a page of spaces and dots", " . ".repeat(20_000)],
  ["a page of digits", "2019-".repeat(20_000)],
  ["a page of capitals", "A B C ".repeat(20_000)],
  ["long lines of Chinese", `${"工程师公司大学有限".repeat(3000)}\n`.repeat(3)],
  ["many headings", "教育背景\n工作经历\n".repeat(3000)],
  ["long lines under a heading", `Experience\n${"Engineer, Acme Ltd, Jan 2019 - Present, ".repeat(800)}\n`.repeat(3)],
  ["e-mail bait", "a.".repeat(20_000)],
])("%s is read in good time", (_, text) => {
  const started = performance.now();
  const document: ResumeDocument = { kind: "txt", text, pages: [], boxes: [], isTruncated: false };
  expectSound(document, extractProfile(document, { asOf: "2026-11-21" }));
  expect(performance.now() - started).toBeLessThan(5000);
});

/** The same numbers on every run, so that a failure can be repeated. */
function makeRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

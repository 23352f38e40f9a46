import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { parseSync } from "vite";
import { expect, test } from "vitest";

/*
 * V8 goes back over a text for as long as a pattern makes it. A pattern whose time grows with a text's length is done
 * with the longest in some milliseconds; one whose time grows with the square takes seconds, however fast the machine.
 */
const longest = 100_000;
const limitMs = 1000;
/** What is done with all texts of this length in so short a time need not be tried on the longest. */
const short = 20_000;
const shortMs = 60;
const longestSource = 3000;

/** Of what we wrote ourselves, not of what others send. */
const ownTexts = /^lib\/(?:gold|demo|testing)\/|\.test\.tsx?$/;

type Pattern = { source: string; flags: string; file: string };

function patternsOf(file: string): Pattern[] {
  const { program } = parseSync(file, readFileSync(file, "utf8"), { lang: file.endsWith("x") ? "tsx" : "ts" });
  const found: Pattern[] = [];
  const look = (node: unknown) => {
    if (typeof node !== "object" || node === null) return;
    if ("regex" in node && typeof node.regex === "object" && node.regex !== null) {
      const { pattern, flags } = node.regex as { pattern: string; flags: string };
      found.push({ source: pattern, flags, file });
      return;
    }
    for (const child of Object.values(node)) look(child);
  };
  look(program);
  return found;
}

const common = [..." \t\n.-,aA1é中：(（/*#<[{_|@:;\"'+&"];

/** What a pattern may stumble over: its own characters and words, again and again, before something it does not take. */
function textsFor(source: string, characters: number): string[] {
  const plain = source
    .replaceAll("\\.?", "")
    .replace(/\\[pPk](?:\{[^}]*\}|<[^>]*>)?|\\u\{?[\da-f]{4}\}?|\\[a-zA-Z]/gi, " ");
  const words = [...new Set(plain.match(/\p{L}{2,}/gu))].slice(0, 10);
  const own = [...new Set(plain.match(/[^\\()[\]{}?+*^$|. ]/gu))].slice(0, 10);
  const marks = [...new Set(["1", " ", ",", ".", "-", "a", ...own])].slice(0, 9);
  const pairs = marks.flatMap((one) => marks.filter((other) => other !== one).map((other) => one + other));
  const units = [
    ...new Set([...common, ...pairs, ...own, ...words, ...words.flatMap((word) => [`${word} `, `${word}. `])]),
  ];
  const repeated = units.map((unit) => unit.repeat(Math.ceil(characters / unit.length)));
  const spaced = words.map((word) => word + " ".repeat(characters));
  return [...repeated, ...spaced].map((text) => `${text}\u0001\n(`);
}

/** Those put together while their file is loaded, and what it loads with it. */
async function patternsMadeBy(file: string): Promise<Pattern[]> {
  const found: Pattern[] = [];
  const Own = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Own, {
    construct: (target, args) => {
      const made = Reflect.construct(target, args);
      // Libraries make theirs of what they are given, and are not ours to mend.
      const [, , caller = ""] = new Error().stack?.split("\n") ?? [];
      if (!caller.includes("node_modules")) found.push({ source: made.source, flags: made.flags, file });
      return made;
    },
  });
  try {
    await import(join(process.cwd(), file));
  } finally {
    globalThis.RegExp = Own;
  }
  return found;
}

test("no pattern's time grows faster than a text's length, whatever the text", async () => {
  const files = ["app", "components", "inngest", "lib"].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name)),
  );
  const ours = files.filter((file) => /\.tsx?$/.test(file) && !ownTexts.test(file));
  const written = ours.flatMap(patternsOf);
  expect(written.length).toBeGreaterThan(1500);
  const made: Pattern[] = [];
  for (const file of ours.filter((one) => one.startsWith("lib/") && /new RegExp\(/.test(readFileSync(one, "utf8"))))
    made.push(...(await patternsMadeBy(file)));
  expect(made.length).toBeGreaterThan(60);
  // Names by the thousand are looked up one after the other: long, and no more than that.
  const all = [...written, ...made.filter(({ source }) => source.length < longestSource)];
  const open = new Map(
    all.filter(({ source }) => /[*+]|\{\d+,/.test(source)).map((one) => [`/${one.source}/${one.flags}`, one]),
  );
  const sandbox: { pattern: RegExp; texts: string[] } = { pattern: /a/, texts: [] };
  const context = createContext(sandbox);
  const search = new Script(
    "for (const text of texts) if (pattern.global) text.replace(pattern, ''); else text.search(pattern)",
  );
  const isSlow = (texts: string[], timeout: number) => {
    sandbox.texts = texts;
    try {
      search.runInContext(context, { timeout });
      return false;
    } catch {
      return true;
    }
  };
  const slow: string[] = [];
  for (const [name, { source, flags, file }] of open) {
    sandbox.pattern = new RegExp(source, flags);
    const texts = textsFor(source, short);
    if (!isSlow(texts, shortMs)) continue;
    const doubtful = texts.flatMap((text, index) => (isSlow([text], shortMs / 2) ? [index] : []));
    if (doubtful.length === 0) continue;
    const long = textsFor(source, longest);
    // Three times: other work may have had the processor.
    const worst = doubtful
      .map((index) => long[index] ?? "")
      .find((text) => [1, 2, 3].every(() => isSlow([text], limitMs)));
    if (worst) slow.push(`${file}: on ${JSON.stringify(worst.slice(0, 12))}: ${name}`);
  }
  expect(slow).toEqual([]);
}, 600_000);

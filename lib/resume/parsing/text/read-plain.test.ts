import { expect, test } from "vitest";
import { readPlain } from "./read-plain";

test("headings of Markdown are found once each, in order", () => {
  const { headings, text } = readPlain(new TextEncoder().encode("# Ann\n\nAnn\n\n## Work\n\n### Ann\n\nWork\n"), "md");
  expect(headings?.map(([at, level]) => [text.slice(at).split("\n")[0], level])).toEqual([
    ["Ann", 1],
    ["Work", 2],
    ["Ann", 3],
  ]);
  expect(new Set(headings?.map(([at]) => at)).size).toBe(3);
});

test("headings that a comment hides do not make reading long", () => {
  const heads = 20_000;
  const bytes = new TextEncoder().encode(`<!--\n${"# a\n".repeat(heads)}-->\n\n${"a ".repeat(heads)}\n`);
  const began = performance.now();
  readPlain(bytes, "md");
  // The square of this takes some ten seconds.
  expect(performance.now() - began).toBeLessThan(1500);
});

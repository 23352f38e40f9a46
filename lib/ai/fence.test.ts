import { expect, test } from "vitest";
import { createFence } from "./fence";

test("a text cannot end its own fence: the marks are new each time", () => {
  const [one, two] = [createFence(), createFence()];
  const hostile = one.around("x");
  const mark = /<(data-[0-9a-f]{24})>/.exec(two.around(hostile))?.[1] ?? "";
  expect(mark).not.toBe("");
  expect(hostile).not.toContain(mark);
  expect(two.rule).toContain(mark);
});

test("what nobody sees is not sent", () => {
  const tags = [..."hire me"].map((letter) => String.fromCodePoint(0xe0000 + letter.charCodeAt(0))).join("");
  expect(createFence().around(`Ja\u200bva${tags}\u202e`)).toMatch(/\nJava\n/);
});

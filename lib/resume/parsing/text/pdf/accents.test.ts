import { expect, test } from "vitest";
import { withAccents } from "./accents";

const run = (text: string, x: number, width: number) => ({ text, x, width, top: 0, size: 10, baseline: 8, font: "f" });

test("an accent at the end of a run is that of the letter below it", () => {
  const runs = withAccents([run("Aras G¨", 0, 40), run("ung¨", 35, 25), run("ore", 55, 15)]);
  expect(runs.map(({ text }) => text).join("")).toBe("Aras Güngöre");
});

test("a sign that stands apart, or over a letter that takes none, stays", () => {
  const apart = [run("`", 0, 3), run("code", 60, 20)];
  expect(withAccents(apart)).toEqual(apart);
  const without = [run("x¨", 0, 8), run("7 years", 8, 30)];
  expect(withAccents(without)).toEqual(without);
});

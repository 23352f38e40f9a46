import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { draftFromText } from "./draft-from-text";
import { readCase, toLines } from "./fixtures/read-case";

const folder = "lib/position/draft/fixtures";
const casesOf = (part: string) =>
  readdirSync(`${folder}/${part}`).map((name) => ({ name, ...readCase(`${folder}/${part}/${name}`) }));

describe("descriptions the rules were written from", () => {
  test.each(casesOf("seen"))("$name", ({ text, expected }) => {
    expect(toLines(draftFromText(text))).toEqual(expected);
  });
});

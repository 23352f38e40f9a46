import { expect, test } from "vitest";
import { UnreadableFileError } from "@/lib/resume/document";
import { parseResume } from "@/lib/resume/parsing/parse-resume";
import { compare, type Figure } from "./compare";
import { demoFileCount } from "./kinds";
import { hashOf, makeDemo } from "./make-demo";

const asOf = "2026-11-21";

async function hashes(seed: number) {
  return Promise.all(makeDemo(seed).map(async ({ make }) => hashOf(await make())));
}

test("one seed gives the same bytes every time, another seed gives others", async () => {
  const [first, second, other] = [await hashes(1), await hashes(1), await hashes(2)];
  expect(second).toEqual(first);
  // Sixty files, of which one is a copy.
  expect(new Set(first).size).toBe(59);
  expect(first.filter((hash) => other.includes(hash))).toEqual([]);
});

test("there are sixty files of every kind, in many layouts and three languages", () => {
  const files = makeDemo();
  expect(files).toHaveLength(demoFileCount);
  expect(new Set(files.map(({ name }) => name)).size).toBe(60);
  const count = (ending: string) => files.filter(({ name }) => name.endsWith(ending)).length;
  for (const ending of [".pdf", ".docx", ".txt", ".md"]) expect(count(ending), ending).toBeGreaterThan(3);
  expect(new Set(files.map(({ layout }) => layout)).size).toBeGreaterThanOrEqual(14);
  expect(files.flatMap(({ special }) => special ?? []).sort()).toEqual(["copy", "newer", "scan"]);
});

test("nobody can be reached: addresses and numbers are of the ranges kept free", () => {
  for (const { truth } of makeDemo()) {
    expect(truth.email).toMatch(/@example\.com$/);
    expect(truth.phone).toMatch(
      /^1390000\d{4}$|^\+44 (?:20 7946|161 496) 0\d{3}$|^\+1 \d{3} 555 01\d\d$|^\+49 30 23125 \d{3}$/,
    );
  }
});

test("the scan has no text", async () => {
  const scan = makeDemo().find(({ special }) => special === "scan");
  const reading = parseResume((await scan?.make()) ?? Buffer.alloc(0), { fileName: scan?.name ?? "", asOf });
  await expect(reading).rejects.toMatchObject({ reason: "no_text_layer" });
  await expect(reading).rejects.toBeInstanceOf(UnreadableFileError);
});

/** Of the 59 with text. */
const expected: Record<Figure, number> = {
  name: 59,
  email: 59,
  phone: 59,
  city: 59,
  degree: 59,
  years: 59,
  company: 59,
  title: 59,
};

test("the parser reads what the resumes say", async () => {
  const right: Record<string, number> = {};
  for (const { name, special, truth, make } of makeDemo()) {
    if (special === "scan") continue;
    const { profile } = await parseResume(await make(), { fileName: name, asOf });
    for (const [figure, isRight] of Object.entries(compare(profile, truth)))
      right[figure] = (right[figure] ?? 0) + Number(isRight);
  }
  for (const [figure, count] of Object.entries(expected)) expect(right[figure], figure).toBeGreaterThanOrEqual(count);
});

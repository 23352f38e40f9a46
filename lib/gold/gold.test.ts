import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeGold, truthLines } from "./make-gold";

const files = makeGold();

test("the truths are those that stand beside the generator", () => {
  // What changes a resume changes its truth in sight of a reviewer: npm run bench:accuracy writes the file.
  expect(truthLines()).toBe(readFileSync("lib/gold/truth.jsonl", "utf8"));
});

test("half of the resumes are Chinese, most others English, some both, in more than twenty layouts", () => {
  const count = (of: string) => files.filter(({ language }) => language === of).length;
  expect(files.length).toBeGreaterThanOrEqual(130);
  expect(count("zh")).toBeGreaterThan(files.length * 0.45);
  expect(count("en")).toBeGreaterThan(files.length * 0.35);
  expect(count("mixed")).toBeGreaterThan(files.length * 0.05);
  expect(new Set(files.map(({ layout }) => layout)).size).toBeGreaterThan(20);
});

test("one seed gives the same bytes every time", async () => {
  for (const number of [0, 40, 100, 130, 150, 165]) {
    const [first, second] = await Promise.all([files[number]?.make(), makeGold()[number]?.make()]);
    expect(first?.equals(second ?? Buffer.alloc(0)), files[number]?.name).toBe(true);
  }
});

test("nobody can be reached: addresses and numbers are of the ranges kept free", () => {
  for (const { truth } of files) {
    expect(truth.email).toMatch(/@(?:mail\.)?example\.(?:com|org|net)$/);
    expect(String(truth.phone).replace(/\D/g, "")).toMatch(
      /^(?:86)?1390000\d{4}$|^1?(?:617|512)55501\d\d$|^(?:44)?0?2079460\d{3}$|^441614960\d{3}$|^493023125\d{3}$|^61255500\d{3}$/,
    );
  }
});

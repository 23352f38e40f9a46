import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { z } from "zod";

const name = z
  .string()
  .min(1)
  .regex(/^\S(?:.*\S)?$/s);
const list = z.array(name).refine((items) => new Set(items).size === items.length, "a name stands twice");
/** Names between |, none of them twice. */
const piped = name.refine((text) => new Set(text.split("|")).size === text.split("|").length, "a name stands twice");
const spaced = z.string().regex(/^(?:\S+(?: \S+)*)?$/);
const cityMap = z.record(z.string(), z.record(z.string(), spaced));

const count = (text: string) => (text === "" ? 0 : text.split(" ").length);
const counties = (map: Record<string, Record<string, string>>) =>
  Object.values(map)
    .flatMap((cities) => Object.values(cities).map(count))
    .reduce((sum, next) => sum + next, 0);

test("places", () => {
  const shape = z.strictObject({
    divisions: cityMap,
    zones: cityMap,
    former: z.record(name, name),
    areas: z.record(name, name),
    english: z.record(name, spaced),
    englishDistricts: z.record(name, spaced),
  });
  const { divisions } = shape.parse(read("places-cn"));
  const { 台湾省: _taiwan, 香港特别行政区: _hongKong, 澳门特别行政区: _macau, ...mainland } = divisions;
  expect(Object.keys(divisions)).toHaveLength(34);
  expect(counties(mainland)).toBeGreaterThanOrEqual(2840);
});

test("schools", () => {
  const row = piped.regex(/^[A-Z]{2}\|/);
  const shape = z.strictObject({
    mainland: z.record(name, z.strictObject({ undergraduate: spaced, vocational: spaced })),
    military: spaced,
    tier985: list,
    tier211: list,
    former: z.record(name, name),
    short: z.record(name, name),
    englishNames: z.record(name, piped),
    regions: z.record(z.enum(["HK", "MO", "TW"]), z.array(piped)),
    ranking: z.strictObject({ name, year: z.number().int() }),
    world: z.array(z.string().regex(/^\d+\|[A-Z]{2}\|[^|]+/)),
    overseas: z.array(row),
    other: list,
    english: list,
  });
  const { mainland, tier985, world } = shape.parse(read("schools"));
  const names = Object.values(mainland).flatMap((kinds) => Object.values(kinds).flatMap((text) => text.split(" ")));
  expect(names.length).toBeGreaterThanOrEqual(3150);
  expect(new Set(names).size).toBe(names.length);
  expect(tier985).toHaveLength(39);
  expect(world).toHaveLength(1000);
});

test("skills", () => {
  const shape = z.strictObject({ ambiguous: list, skills: z.record(name, z.array(piped)) });
  expect(Object.values(shape.parse(read("skills")).skills).flat().length).toBeGreaterThanOrEqual(2000);
});

test("functions and industries", () => {
  const functions = z
    .strictObject({
      functions: z.array(z.strictObject({ zh: name, en: name, group: name, words: z.string(), general: z.string() })),
    })
    .parse(read("functions")).functions;
  const industries = z
    .strictObject({ industries: z.array(z.strictObject({ zh: name, en: name, words: piped })) })
    .parse(read("industries")).industries;
  expect(functions.length).toBeGreaterThanOrEqual(60);
  expect(industries.length).toBeGreaterThanOrEqual(60);
  list.parse(functions.map(({ zh }) => zh));
  list.parse(industries.map(({ zh }) => zh));
  list.parse(
    functions.flatMap(({ words, general }) =>
      [words, general].filter((text) => text !== "").flatMap((text) => text.split("|")),
    ),
  );
  list.parse(industries.flatMap(({ words }) => words.split("|")));
});

test("people: surnames, peoples, nationalities", () => {
  const { single, double } = z.strictObject({ single: name, double: list }).parse(read("surnames"));
  expect(new Set(single).size).toBe([...single].length);
  expect([...single].length + double.length).toBeGreaterThanOrEqual(500);
  const { ethnicities } = z
    .strictObject({ ethnicities: z.array(z.string().regex(/^\d{2}\|[A-Z]{2}\|\p{Script=Han}+族\|[\w|]+$/u)) })
    .parse(read("ethnicities"));
  expect(ethnicities).toHaveLength(56);
  const { countries } = z
    .strictObject({ countries: z.array(z.string().regex(/^[A-Z]{2}\|\p{Script=Han}/u)) })
    .parse(read("nationalities"));
  list.parse(countries.flatMap((row) => row.split("|").slice(1)));
  expect(countries.length).toBeGreaterThanOrEqual(240);
});

test("certificates", () => {
  const shape = z.strictObject({
    names: list,
    certificates: z.array(
      z.strictObject({ kind: name, names: piped, language: name.optional(), scale: name.optional() }),
    ),
  });
  const { certificates } = shape.parse(read("certificates"));
  expect(certificates.length).toBeGreaterThanOrEqual(300);
  list.parse(certificates.flatMap(({ names }) => names.split("|")));
});

function read(file: string): unknown {
  return JSON.parse(readFileSync(path.resolve(process.cwd(), "data", `${file}.json`), "utf8"));
}

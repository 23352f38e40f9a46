import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import type { Truth } from "../truth";
import type { Guess, Prediction } from "./prediction";
import { score } from "./score";
import { tally } from "./tally";

const nothing: Prediction = {
  scalars: { name: null, email: null, phone: null, gender: null, birthday: null, city: null, degree: null },
  lists: { education: [], work: [], projects: [] },
  skills: [],
  languages: [],
};
const guess = (value: string): Guess => ({ value, confidence: 0.9 });
const job = (company: string | null, title: string | null, start: string | null, end: string | null) => ({
  ...{ company: company ? guess(company) : null, title: title ? guess(title) : null },
  ...{ start: start ? guess(start) : null, end: end ? guess(end) : null },
});
const outcomes = (truth: Truth, prediction: Partial<Prediction>, field: string) =>
  score(truth, { ...nothing, ...prediction })
    .filter((verdict) => verdict.field === field)
    .map(({ outcome }) => outcome);
const scalar = (truth: Truth, value: string | null, field: keyof Prediction["scalars"]) =>
  outcomes(truth, { scalars: { ...nothing.scalars, [field]: value ? guess(value) : null } }, field)[0];

test.each<[keyof Prediction["scalars"], Truth[keyof Prediction["scalars"]], string | null, string | undefined]>([
  ["name", "Amy Baker", "AMY  BAKER", "right"],
  ["name", { any: ["陈思远", "Kevin Chen"] }, "Kevin Chen", "right"],
  ["name", "陈思远", "陈思", "wrong"],
  ["name", "陈思远", null, "missed"],
  ["name", null, "陈思远", "extra"],
  ["name", null, null, "silent"],
  ["name", "*", "anybody", undefined],
  ["gender", { any: ["男", null] }, null, "silent"],
  ["phone", "+86 139-0000-1234", "13900001234", "right"],
  ["email", { sha256: createHash("sha256").update("a@example.com").digest("hex") }, "A@Example.com", "right"],
  ["birthday", "1990", "1990.05", "right"],
  ["birthday", "1990.05", "1990", "wrong"],
  ["city", "广东省深圳市", "深圳", "right"],
  ["degree", "本科", "Bachelor of Arts", "right"],
])("%s: %j read as %j is %s", (field, truth, value, outcome) => {
  expect(scalar({ [field]: truth }, value, field)).toBe(outcome);
});

test("an entry is right when all its parts are, whatever the order", () => {
  const truth: Truth = {
    work: [
      { company: "Acme", title: "Clerk", start: "2019.01", end: "至今" },
      { company: "Contoso", title: "Chef", start: "2015", end: "2018" },
    ],
  };
  const work = [
    job("Contoso", "Chef", "2015.02", "2018.09"),
    job("Acme", "Clark", "2019.01", "至今"),
    job("Nobody", null, null, null),
  ];
  const prediction = { lists: { ...nothing.lists, work } };
  expect(outcomes(truth, prediction, "work.entry").sort()).toEqual(["extra", "right", "wrong"]);
  expect(outcomes(truth, prediction, "work.title").sort()).toEqual(["right", "wrong"]);
  expect(outcomes(truth, { lists: nothing.lists }, "work.entry")).toEqual(["missed", "missed"]);
});

test("a wrong value is one too many and one too few", () => {
  const { fields } = tally(
    score(
      { name: "A B", skills: ["Java", "C++"] },
      {
        ...nothing,
        scalars: { ...nothing.scalars, name: guess("A C") },
        skills: [{ value: "Java、C", confidence: 0.9 }],
      },
    ),
  );
  expect(fields.name).toMatchObject({ precision: 0, recall: 0, f1: 0, count: 1 });
  expect(fields.skills).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5, count: 2 });
});

import { expect, test } from "vitest";
import skillData from "@/data/skills.json" with { type: "json" };
import { candidateLevels } from "@/lib/interview/kinds";
import { checkQuestion } from "./check-question";
import { bankFunctions, competencies, fillSlots, questionBank, slotNames, slotsOf } from "./question-bank";

const inBoth = questionBank.flatMap(({ id, zh, en }) => [
  { id, language: "zh", ...zh },
  { id, language: "en", ...en },
]);

test("there are at least 400, each with its own id", () => {
  expect(questionBank.length).toBeGreaterThanOrEqual(400);
  expect(new Set(questionBank.map(({ id }) => id)).size).toBe(questionBank.length);
});

test("every function has several questions for every level", () => {
  for (const name of bankFunctions) {
    for (const level of candidateLevels) {
      const fitting = questionBank.filter(
        ({ functions, levels }) => functions.includes(name) && levels.includes(level),
      );
      expect(fitting.length, `${name} ${level}`).toBeGreaterThanOrEqual(4);
    }
  }
});

test("every competency can be asked about at every level, whatever the job", () => {
  for (const competency of competencies) {
    for (const level of candidateLevels) {
      const fitting = questionBank.filter(
        (one) =>
          one.functions.includes("any") &&
          one.competency === competency &&
          one.levels.includes(level) &&
          one.slots.length === 0,
      );
      expect(fitting.length, `${competency} ${level}`).toBeGreaterThanOrEqual(1);
    }
  }
});

test("both languages say as much: the same slots, signs and follow-ups", () => {
  for (const { id, zh, en } of questionBank) {
    expect(slotsOf(zh.text), id).toEqual(slotsOf(en.text));
    expect(zh.listenFor.length, id).toBe(en.listenFor.length);
    expect(zh.followUps.length, id).toBe(en.followUps.length);
    expect(en.text, id).not.toMatch(/\p{Script=Han}/u);
    expect(zh.text, id).toMatch(/\p{Script=Han}/u);
  }
});

test("slots are known ones, and stand in questions only", () => {
  for (const { id, text, listenFor, followUps } of inBoth) {
    const braces = [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name);
    expect(
      braces.every((name) => (slotNames as readonly string[]).includes(name ?? "")),
      id,
    ).toBe(true);
    expect([...listenFor, ...followUps].join(""), id).not.toMatch(/[{}]/);
  }
});

test("skills are those of the dictionary", () => {
  const known = new Set(
    Object.values(skillData.skills).flatMap((entries) => entries.map((entry) => entry.split("|")[0])),
  );
  for (const { id, skills } of questionBank)
    for (const skill of skills) expect(known.has(skill), `${id} ${skill}`).toBe(true);
});

test("nothing in it may not be asked", () => {
  for (const { id, text, followUps } of inBoth) {
    for (const asked of [text, ...followUps]) expect(checkQuestion(asked), `${id}: ${asked}`).toEqual([]);
  }
});

test("no two questions are nearly the same", () => {
  for (const language of ["zh", "en"] as const) {
    const shingles = questionBank.map((one) => ({ id: one.id, parts: shinglesOf(one[language].text, language) }));
    shingles.forEach((a, index) => {
      for (const b of shingles.slice(index + 1))
        expect(similarity(a.parts, b.parts), `${a.id} ${b.id}`).toBeLessThan(0.5);
    });
  }
});

test("a question without a value for a slot is not asked", () => {
  expect(fillSlots("在 {company} 用 {skill}", { company: "星河" })).toBeNull();
  expect(fillSlots("在 {company} 用 {skill}", { company: "星河", skill: "{company}" })).toBe("在 星河 用 {company}");
});

/** Pairs of words, triples of characters. */
function shinglesOf(text: string, language: "zh" | "en"): Set<string> {
  const units =
    language === "en"
      ? text
          .toLowerCase()
          .split(/[^a-z0-9{}]+/)
          .filter(Boolean)
      : [...text.replace(/\P{L}/gu, "")];
  const size = language === "en" ? 2 : 3;
  return new Set(units.slice(size - 1).map((_, at) => units.slice(at, at + size).join(" ")));
}

function similarity(a: Set<string>, b: Set<string>): number {
  const shared = [...a].filter((part) => b.has(part)).length;
  return shared / (a.size + b.size - shared);
}

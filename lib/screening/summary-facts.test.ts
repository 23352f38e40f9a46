import { expect, test } from "vitest";
import { makeRequirement } from "@/lib/testing/factories";
import { evidenceOf } from "./engine/fixtures/resumes";
import { screenResume } from "./engine/screen-resume";
import { summaryFacts } from "./summary-facts";

const text = "陈志远\n\n技能\nJava、Kafka\n";
const requirements = [makeRequirement(), makeRequirement({ text: "Rust", necessity: "nice" })];
const position = { title: "x", salaryMin: null, salaryMax: null, requirements };
const result = screenResume({ position, text, profile: evidenceOf(text).profile });

test("scores, counts and every requirement are facts, with the engine's numbers and quotes", () => {
  const facts = summaryFacts({ result, requirements, candidateName: "陈志远" });
  expect(facts.map(({ id }) => id)).toEqual(facts.map((_, index) => `F${index + 1}`));
  const all = facts.map((fact) => fact.text).join("\n");
  expect(all).toContain(`Comprehensive score ${result.comprehensive.value} of 100`);
  expect(all).toContain("Of 2 requirements: 1 met, 0 partly met, 0 not met, 1 unknown");
  expect(all).toContain("Requirement (nice): Rust. unknown, to be asked.");
  expect(facts.find((fact) => fact.text.includes("(must): Java"))?.quotes).toEqual(result.verdicts[0]?.quotes);
});

test.each([
  ["the name", "由陈 志远主导 Java 重构"],
  ["a mobile number", "Java，联系 13900001234"],
  ["an international number", "Java, +1 (415) 555-1000"],
  ["an address", "Java, zhou@example.com"],
])("a quote with %s in it is left out", (_, personal) => {
  const [verdict] = result.verdicts;
  if (!verdict) throw new Error("There is a verdict");
  const quotes = [...verdict.quotes, { start: 0, end: personal.length, text: personal }];
  const changed = { ...result, verdicts: [{ ...verdict, quotes }] };
  const facts = summaryFacts({ result: changed, requirements, candidateName: "陈志远" });
  expect(JSON.stringify(facts)).not.toContain(personal);
  expect(facts.find((fact) => fact.text.includes("(must): Java"))?.quotes).toEqual(verdict.quotes);
});

test("years are no telephone number", () => {
  const [verdict] = result.verdicts;
  if (!verdict) throw new Error("There is a verdict");
  const quotes = [{ start: 0, end: 9, text: "2011.09 - 2015.06 Java 1200000 orders" }];
  const changed = { ...result, verdicts: [{ ...verdict, quotes }] };
  const facts = summaryFacts({ result: changed, requirements, candidateName: null });
  expect(facts.find((fact) => fact.text.includes("(must): Java"))?.quotes).toEqual(quotes);
});

import { expect, test } from "vitest";
import { uncertainFields } from "@/lib/resume/filling/uncertain-fields";
import { extractProfile } from "@/lib/resume/parsing/extract-profile";
import { plainDocument } from "@/lib/resume/parsing/text/read-plain";
import { checkFacts } from "./check-facts";
import type { FieldsAnswer } from "./schema";

const text = [
  "Jane Miller",
  "jane@example.com",
  "+1 415 555 1234",
  "Kilmacow, by the river",
  "",
  "Work Experience",
  "Senior Backend Engineer    Mar 2019 - Present",
  "At Brightwater I built order services in Java.",
  "",
  "Backend Engineer    Jul 2015 - Feb 2019",
  "Moved the billing of Contoso to PostgreSQL.",
  "",
  "Education",
  "Computer Science, Bachelor    2011 - 2015",
  "",
].join("\n");
const profile = extractProfile(plainDocument("txt", text), { asOf: "2026-11-21" });
const fields = uncertainFields(profile, text.length);

function check(facts: FieldsAnswer["facts"], isLast = true) {
  const checked = checkFacts({ text, fields }, { facts }, isLast);
  return "value" in checked ? checked.value.map(({ path, value }) => [path, value]) : checked.problem;
}

test("what is asked for is what the rules did not find", () => {
  expect(fields.map(({ path }) => path)).toEqual(["city", "work.0.company", "work.1.company", "education.0.school"]);
});

test("a fact is kept with the text's own words and their place", () => {
  const facts = [
    { field: "work.0.company", value: "Brightwater", quote: "At\u00a0Brightwater  I built" },
    { field: "city", value: "Kilmacow", quote: "Kilmacow, by the river" },
  ];
  const checked = checkFacts({ text, fields }, { facts }, false);
  const start = text.indexOf("Brightwater");
  expect(checked).toMatchObject({
    value: [
      { path: "work.0.company", value: "Brightwater", span: { start, end: start + 11 } },
      { path: "city", value: "Kilmacow" },
    ],
  });
});

test.each<[string, FieldsAnswer["facts"][number]]>([
  ["a quote that stands nowhere", { field: "work.0.company", value: "Google", quote: "At Google I built" }],
  [
    "a value that its quote does not hold",
    { field: "work.0.company", value: "Google", quote: "At Brightwater I built" },
  ],
  ["the employer of another entry", { field: "work.0.company", value: "Contoso", quote: "billing of Contoso" }],
  ["half a word", { field: "work.0.company", value: "Bright", quote: "At Brightwater I built" }],
  ["what is known to be the title", { field: "work.0.company", value: "Backend", quote: "Senior Backend Engineer" }],
  ["a field that the rules are sure of", { field: "work.0.title", value: "Brightwater", quote: "At Brightwater" }],
  ["a field there is none of", { field: "score", value: "Brightwater", quote: "At Brightwater" }],
  ["a prototype's field", { field: "__proto__.company", value: "Brightwater", quote: "At Brightwater" }],
])("%s is left out", (_, fact) => {
  expect(check([fact])).toEqual([]);
});

test("what does not hold goes back once, with the field's name", () => {
  const wrong = { field: "work.0.company", value: "Google", quote: "At Google" };
  expect(check([wrong], false)).toContain("work.0.company");
  expect(check([], false)).toEqual([]);
});

test("a date is the one that its quote states", () => {
  const undated = [
    "Jane Miller",
    "Work Experience",
    "Acme Software Ltd    Engineer",
    "Joined in the spring of 2017 and left in 2019.",
    "",
  ].join("\n");
  const window = { start: 0, end: undated.length };
  const dates = ["start", "end"].map((field) => ({
    ...{ path: `work.0.${field}`, kind: "date" as const, entry: window, window, taken: [] },
  }));
  const read = (start: string, end: string) => {
    const facts = [
      { field: "work.0.start", value: start, quote: "Joined in the spring of 2017" },
      { field: "work.0.end", value: end, quote: "left in 2019" },
    ];
    const checked = checkFacts({ text: undated, fields: dates }, { facts }, true);
    return "value" in checked ? checked.value.map(({ value }) => value) : [];
  };
  expect(read("2017", "2019")).toEqual(["2017", "2019"]);
  expect(read("2017-03", "2019-01")).toEqual([]);
  expect(read("2018", "2019")).toEqual(["2019"]);
});

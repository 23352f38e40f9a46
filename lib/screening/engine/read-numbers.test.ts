import { expect, test } from "vitest";
import { readNumber } from "@/lib/resume/parsing/number-words";
import { readYears, round } from "./read-numbers";

test.each([
  ["5 年以上后端经验", 5],
  ["3-5年", 3],
  ["3~5 年经验", 3],
  ["五年以上", 5],
  ["十二年", 12],
  ["两年", 2],
  ["at least three years", 3],
  ["3+ years of Go", 3],
  ["3 to 5 years", 3],
  ["10+ yrs", 10],
  ["6 个月以上", 0.5],
  ["半年以上实习", 0.5],
  ["2024年毕业", null],
  ["2024年毕业，3年经验", 3],
  ["熟悉 Java", null],
  ["someone years ago", null],
])("%s asks for %s years", (text, years) => {
  expect(readYears(text)).toBe(years);
});

test.each([
  ["12", 12],
  ["十", 10],
  ["十二", 12],
  ["二十", 20],
  ["两", 2],
  ["Seven", 7],
])("%s is %i", (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test("a half rounds up however its last bits came out", () => {
  expect(round(0.1 + 0.2 + 61.825 - 0.3, 2)).toBe(round(61.825, 2));
});

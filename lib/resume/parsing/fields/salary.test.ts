import { expect, test } from "vitest";
import { findSalary, monthlySalary } from "./salary";

test.each([
  ["15-20K", 15000, 20000, "month"],
  ["15-20K·14薪", 15000, 20000, "month"],
  ["1.5万-2万/月", 15000, 20000, "month"],
  ["1.5-2万/月", 15000, 20000, "month"],
  ["8千-1万/月", 8000, 10000, "month"],
  ["10000-15000元/月", 10000, 15000, "month"],
  ["10,000 元/月", 10000, 10000, "month"],
  ["年薪30万", 300000, 300000, "year"],
  ["30-40万/年", 300000, 400000, "year"],
  ["300000-400000元/年", 300000, 400000, "year"],
  ["税前 25000", 25000, 25000, "month"],
  ["20k以上", 20000, null, "month"],
  ["25K", 25000, 25000, "month"],
  ["20 万 - 25 万", 200000, 250000, "year"],
] as const)("%s", (text, min, max, period) => {
  expect(findSalary(text)?.salary).toEqual({ min, max, period });
});

test.each(["面议", "2019.07", "3年", "上海", "$120,000 per year", "500 人", "2019-2021", "第 3 名"])(
  "no pay: %s",
  (text) => {
    expect(findSalary(text)).toBeNull();
  },
);

test("the place holds the words", () => {
  const text = "期望 15-20K·14薪 上海";
  const found = findSalary(text);
  expect(text.slice(found?.start, found?.end)).toBe("15-20K·14薪");
});

test("a year's pay by month", () => {
  expect(monthlySalary({ min: 300000, max: 400000, period: "year" })).toEqual({ min: 25000, max: 33333 });
  expect(monthlySalary({ min: 20000, max: null, period: "month" })).toEqual({ min: 20000, max: null });
});

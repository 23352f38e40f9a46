import { expect, test } from "vitest";
import { readSalary } from "./salary";

test.each([
  ["薪资：15-25K", 15_000, 25_000, []],
  ["15k-25k·13薪", 15_000, 25_000, ["salary_months"]],
  ["月薪 8000—12000 元", 8000, 12_000, []],
  ["1.5万-2.5万", 15_000, 25_000, []],
  ["8千-1.3万", 8000, 13_000, []],
  ["年薪30-50万", 25_000, 41_667, ["salary_from_annual"]],
  ["30万-50万/年", 25_000, 41_667, ["salary_from_annual"]],
  ["薪资：20K以上", 20_000, null, []],
  ["RMB 25,000 - 35,000 per month", 25_000, 35_000, []],
  ["CNY 300,000–360,000 per year", 25_000, 30_000, ["salary_from_annual"]],
  ["底薪4000-6000+提成", 4000, 6000, ["salary_base_only"]],
  ["底薪4000-5000元，综合月薪8000-12000元", 8000, 12_000, []],
  ["$120,000-150,000/year", null, null, ["salary_currency"]],
  ["€60k - €75k", null, null, ["salary_currency"]],
  ["薪资：200-300元/天", null, null, ["salary_not_monthly"]],
  ["Salary: 90k-110k", null, null, ["salary_unclear"]],
  ["薪资面议", null, null, []],
  ["公司规模100-499人，3-5年经验", null, null, []],
  ["管理10-20人团队，2020-2024", null, null, []],
])("%s", (text, min, max, notes) => {
  const salary = readSalary(text);
  expect({ ...salary, notes: salary.notes.map(({ code }) => code) }).toEqual({ min, max, notes });
});

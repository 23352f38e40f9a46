import { expect, test } from "vitest";
import { findEmploymentStatus, findExpectation } from "./expectation";

const wishes = (scope: string) => {
  const { title, salary, locations, isSalaryNegotiable } = findExpectation({ scope, objective: [] });
  return [title?.value ?? null, salary?.value ?? null, locations?.value ?? null, isSalaryNegotiable];
};

test.each([
  [
    "求职意向：Java 工程师 | 上海 | 15-20K",
    ["Java 工程师", { min: 15000, max: 20000, period: "month" }, "上海", false],
  ],
  ["期望职位：产品经理\n期望薪资：面议\n期望城市：深圳", ["产品经理", null, "深圳", true]],
  ["应聘职位：会计主管\n期望年薪：20万", ["会计主管", { min: 200000, max: 200000, period: "year" }, null, false]],
  ["王小明 13900001111", [null, null, null, false]],
])("%s", (scope, expected) => {
  expect(wishes(scope)).toEqual(expected);
});

test.each([
  ["男 | 28岁 | 在职-考虑机会", "在职-考虑机会"],
  ["求职状态：离职，随时到岗", "离职，随时到岗"],
  ["女 | 25岁", null],
])("status: %s", (scope, expected) => {
  expect(findEmploymentStatus(scope)?.value ?? null).toBe(expected);
});

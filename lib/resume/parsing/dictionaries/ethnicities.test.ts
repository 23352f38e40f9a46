import { expect, test } from "vitest";
import { ethnicityOf } from "./ethnicities";

test.each([
  ["汉", "汉族"],
  ["汉族", "汉族"],
  ["民族：回", "回族"],
  ["民 族: 维吾尔族", "维吾尔族"],
  ["Han", "汉族"],
  ["Ethnicity: Zhuang", "壮族"],
  ["民族大学", null],
  ["汉语", null],
  ["水平", null],
  ["", null],
])("%s is %s", (text, expected) => {
  expect(ethnicityOf(text)).toBe(expected);
});

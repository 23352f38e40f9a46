import { expect, test } from "vitest";
import { findLanguageCertificates } from "./language-certificates";

const brief = (text: string) =>
  findLanguageCertificates(text).map(({ language, name, score }) => [language, name.value, score?.value ?? null]);

test.each([
  ["大学英语六级（CET-6）：556分", [["英语", "大学英语六级", "556"]]],
  [
    "CET-4 512, CET-6 478",
    [
      ["英语", "CET-4", "512"],
      ["英语", "CET-6", "478"],
    ],
  ],
  [
    "雅思 7.5 分；托福 105",
    [
      ["英语", "雅思", "7.5"],
      ["英语", "托福", "105"],
    ],
  ],
  ["英语专业八级", [["英语", "英语专业八级", null]]],
  ["日语能力考试N1", [["日语", "日语能力考试N1", null]]],
  ["普通话二级甲等", [["普通话", "普通话二级甲等", null]]],
  ["CET-6 2019", [["英语", "CET-6", null]]],
])("%s", (text, expected) => {
  expect(brief(text)).toEqual(expected);
});

test.each(["三级甲等医院", "四级市场", "TEMPLATE 8", "计算机二级"])("no examination: %s", (text) => {
  expect(brief(text)).toEqual([]);
});

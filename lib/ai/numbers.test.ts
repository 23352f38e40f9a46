import { expect, test } from "vitest";
import { inventedNumbers } from "./numbers";

test.each([
  ["8 年经验，其中 5 年带团队", "工作 8 年，带团队五年", []],
  ["有 8 年经验", "工作 7 年", [8]],
  ["有十二年经验", "12 years of work", []],
  ["有十二年经验", "2 years of work", [12]],
  ["百分之八十的要求", "80", []],
  ["more than twenty people", "team of 20", []],
  ["more than twenty people", "team of 2", [20]],
  ["日均 1,200,000 单", "1200000 orders a day", []],
  ["日均 １２ 万单", "日均 12 万单", []],
  ["用过 K8s、Vue3，十分熟悉", "Kubernetes, Vue", []],
  ["是一位工程师，做过一个项目", "工程师", []],
  ["a score of 72.5", "score 72", [72.5]],
  ["one of the candidates", "candidate", []],
])("%s, from %s", (claim, source, invented) => {
  expect(inventedNumbers(claim, [source])).toEqual(invented);
});

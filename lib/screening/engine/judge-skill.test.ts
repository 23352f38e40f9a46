import { describe, expect, test } from "vitest";
import { engineerEn, engineerZh, judge } from "./fixtures/resumes";

describe("a skill is found by the words the resume has", () => {
  test.each([
    ["Java", engineerZh, "met"],
    ["Java", engineerEn, "met"],
    ["Go", engineerEn, "met"],
    ["go", engineerEn, "met"],
    ["Golang", engineerEn, "met"],
    ["关系型数据库", engineerEn, "met"],
    ["message queue", engineerZh, "met"],
    ["Spring", engineerEn, "met"],
    ["JavaScript", engineerZh, "unknown"],
    ["Rust", engineerZh, "unknown"],
    ["Rust", engineerEn, "unknown"],
    ["C 或 R", engineerEn, "unknown"],
    ["Kotlin 或 Java", engineerZh, "met"],
    ["熟悉 Terraform / Docker", engineerEn, "met"],
    ["one of Scala, Elixir, Go", engineerEn, "met"],
  ])("%s", (requirement, resume, verdict) => {
    expect(judge("skill", requirement, resume).verdict).toBe(verdict);
  });
});

test("letters in prose are no skill", () => {
  const prose =
    "EXPERIENCE\nClerk, Milltown Council\nMay 2014 - December 2016\n- Asked citizens to go to counter C with form R\n";
  for (const skill of ["Go", "C", "R"]) expect(judge("skill", skill, prose).verdict).toBe("unknown");
});

test("the quote is the line that uses the skill, not the list", () => {
  expect(judge("skill", "Java", engineerZh).quotes).toEqual([
    "使用 Java、Spring Boot 重构订单系统，接口耗时从 800ms 降到 120ms",
  ]);
  expect(judge("skill", "Docker", engineerEn).quotes).toEqual(["Deployed services with Docker and Jenkins"]);
});

test("of several skills the share shown counts in full and the rest as unknown", () => {
  const { verdict, points, values } = judge("skill", "Java、Spring、MySQL、MongoDB", engineerZh);
  expect(verdict).toBe("partly");
  expect(values).toEqual({ skills: "Java、Spring、MySQL", missing: "MongoDB" });
  expect(points).toEqual({ value: 87.5, low: 75, high: 100 });
});

test("what the resume denies is not met, and says so with the sentence", () => {
  expect(judge("skill", "React", engineerZh)).toMatchObject({
    verdict: "not_met",
    code: "skill_denied",
    quotes: ["不熟悉前端框架 React"],
  });
  expect(judge("skill", "Kubernetes", engineerEn)).toMatchObject({
    verdict: "not_met",
    quotes: ["No experience with Kubernetes"],
  });
});

test("a denial elsewhere does not undo what the resume shows", () => {
  expect(judge("skill", "Kubernetes", engineerZh).verdict).toBe("met");
  expect(judge("skill", "Java", `${engineerEn}\nI have never used Java in banking.\n`).verdict).toBe("met");
});

describe("years", () => {
  test.each([
    ["3+ years of Go", engineerEn, "met", "skill_years_met"],
    ["五年以上 Java 经验", engineerZh, "met", "skill_years_met"],
    ["at least eight years of Java", engineerEn, "partly", "skill_years_short"],
    ["3 年以上 Git 经验", engineerEn, "partly", "skill_years_unknown"],
  ])("%s", (requirement, resume, verdict, code) => {
    expect(judge("skill", requirement, resume)).toMatchObject({ verdict, code });
  });
});

describe("stated levels", () => {
  test.each([
    ["精通 Python", "partly"],
    ["了解 Python", "met"],
    ["精通 Java", "met"],
    ["expert in Python", "partly"],
  ])("%s", (requirement, verdict) => {
    expect(judge("skill", requirement, engineerZh).verdict).toBe(verdict);
  });
});

test("an employer's name is no skill", () => {
  const resume = "工作经历\n2019.03 - 至今  Oracle 公司  销售经理\n- 维护客户关系\n";
  expect(judge("skill", "Oracle", resume).verdict).toBe("unknown");
});

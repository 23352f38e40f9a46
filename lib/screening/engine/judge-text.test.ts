import { expect, test } from "vitest";
import { accountantEn, engineerEn, engineerZh, judge } from "./fixtures/resumes";

test.each([
  ["project", "Month-end close and bank reconciliations", accountantEn, "met"],
  ["project", "月结和银行对账", accountantEn, "met"],
  ["project", "重构过订单系统", engineerZh, "met"],
  ["project", "Preparing sales tax returns", accountantEn, "met"],
  ["project", "地铁信号联锁改造", engineerZh, "unknown"],
  ["other", "团队合作精神", engineerEn, "met"],
  ["other", "Good communication skills", engineerZh, "unknown"],
  ["other", "能适应出差", engineerZh, "unknown"],
] as const)("%s: %s", (kind, requirement, resume, verdict) => {
  expect(judge(kind, requirement, resume).verdict).toBe(verdict);
});

test("a trait that is only claimed in a list is worth a question, not full marks", () => {
  const claim = "SUMMARY\nCommunication, Teamwork, Punctuality\n";
  expect(judge("other", "Communication", claim).verdict).toBe("partly");
});

test("one common word of a longer phrase shows nothing", () => {
  const resume =
    "WORK EXPERIENCE\nEngineer, Harbor Foods Inc.\nJanuary 2017 - Present\n- Met the needs of the office\n";
  expect(judge("other", "Ordering of office supplies", resume).verdict).toBe("unknown");
  expect(judge("other", "Meetings", resume).verdict).toBe("unknown");
});

test.each(["限男性，35 岁以下", "未婚优先", "本地户籍", "Male, aged under 35", "形象气质佳"])(
  "the engine does not look for personal attributes: %s",
  (requirement) => {
    expect(judge("other", requirement, engineerZh)).toMatchObject({
      verdict: "unknown",
      code: "personal_attribute",
      quotes: [],
    });
  },
);

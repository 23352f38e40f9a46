import { expect, test } from "vitest";
import { accountantEn, customerManagerZh, engineerEn, engineerZh, judge } from "./fixtures/resumes";
import { readDegree } from "./read-education";

const studied = (school: string, degree = "本科") => `教育背景\n2014.09 - 2018.06  ${school}  软件工程  ${degree}\n`;
const student = "教育背景\n2024.09 - 2027.06  江南理工大学  软件工程  硕士\n";

test.each([
  ["本科及以上，计算机相关专业", engineerZh, "met", "major_met"],
  ["本科及以上，计算机相关专业", engineerEn, "met", "major_met"],
  ["Bachelor's degree in Computer Science", engineerZh, "met", "major_met"],
  ["Bachelor's degree in Accounting or Finance", accountantEn, "met", "major_met"],
  ["本科以上学历", engineerEn, "met", "degree_met"],
  ["硕士及以上", engineerEn, "not_met", "degree_lower"],
  ["Master's degree", engineerZh, "not_met", "degree_lower"],
  ["本科及以上", customerManagerZh, "not_met", "degree_lower"],
  ["Associate degree or higher", customerManagerZh, "met", "degree_met"],
  ["会计专业", engineerEn, "partly", "major_other"],
  ["985 本科", engineerZh, "partly", "degree_tier_unread"],
  ["985 本科", studied("浙江大学"), "met", "tier_met"],
  ["211 本科", studied("浙江大学"), "met", "tier_met"],
  ["985 院校，本科", studied("杭州师范大学"), "partly", "tier_other"],
  ["211 院校，计算机相关专业", studied("浙江大学"), "met", "major_met"],
  ["海外院校硕士", studied("University of Leeds", "硕士"), "met", "tier_met"],
  ["QS 前 100", studied("清华大学"), "met", "tier_met"],
  ["硕士", student, "partly", "degree_running"],
  ["本科", "工作经历\n2018.04 - 至今  东方商贸有限公司  客户经理\n", "unknown", "degree_absent"],
  ["勤奋", engineerZh, "unknown", "not_readable"],
])("%s", (requirement, resume, verdict, code) => {
  expect(judge("education", requirement, resume)).toMatchObject({ verdict, code });
});

test("the quote shows school, subject and degree", () => {
  expect(judge("education", "本科", engineerZh).quotes).toEqual(["江南理工大学  计算机科学与技术  本科"]);
  expect(judge("education", "本科", engineerEn).quotes).toEqual([
    "University of Westmark\nBachelor of Science in Computer Science",
  ]);
});

test.each([
  ["Master's preferred, Bachelor's required", "bachelor"],
  ["大专或本科", "associate"],
  ["High school diploma", "high_school"],
  ["统招硕士研究生", "master"],
  ["PhD in physics", "doctor"],
  ["B.Sc. in Physics", "bachelor"],
])("%s asks for at least %s", (text, degree) => {
  expect(readDegree(text)).toBe(degree);
});

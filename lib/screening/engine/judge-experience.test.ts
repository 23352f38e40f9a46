import { expect, test } from "vitest";
import { accountantEn, customerManagerZh, engineerEn, engineerZh, judge } from "./fixtures/resumes";

const student =
  "教育背景\n2022.09 - 2026.06  江南理工大学  软件工程  本科\n\n实习经历\n2025.06 - 2025.09  星河云计算有限公司  后端开发实习生\n- 编写接口\n";

test.each([
  ["3-5年后端开发经验", engineerZh, "met", "field_years_met"],
  ["五年以上后端经验", engineerEn, "met", "field_years_met"],
  ["at least three years of back-end development", engineerZh, "met", "field_years_met"],
  ["15 年以上后端经验", engineerZh, "partly", "field_years_short"],
  ["30 years of back-end development", engineerZh, "not_met", "field_years_short"],
  ["五年以上会计经验", accountantEn, "met", "field_years_met"],
  ["5 years of accounting", engineerZh, "not_met", "field_other"],
  ["3 年以上前端经验", engineerEn, "unknown", "field_absent"],
  ["销售经验 5 年", customerManagerZh, "met", "field_years_met"],
  ["后端开发经验", student, "partly", "field_internship"],
  ["十年以上工作经验", engineerZh, "met", "years_met"],
  ["20 years of experience", engineerEn, "not_met", "years_short"],
  ["10 years of experience", engineerEn, "partly", "years_short"],
  ["3 年以上工作经验", student, "unknown", "years_absent"],
  ["3年以上Java开发经验", engineerZh, "met", "field_years_met"],
  ["10 年以上 Java 开发经验", engineerEn, "partly", "field_years_short"],
  ["3年以上C++开发经验", engineerZh, "unknown", "skill_absent"],
  ["3 years of Kubernetes experience", engineerEn, "not_met", "skill_denied"],
  ["2年以上Python使用经验", engineerZh, "partly", "skill_years_unknown"],
  ["3 年以上后端经验，熟悉 Kafka", engineerZh, "met", "field_years_met"],
  ["3 年以上后端经验，熟悉 Oracle", engineerZh, "partly", "skill_partly"],
  ["良好的经验", engineerZh, "unknown", "not_readable"],
])("%s", (requirement, resume, verdict, code) => {
  expect(judge("experience", requirement, resume)).toMatchObject({ verdict, code });
});

test("the quotes are the headings of the jobs that count", () => {
  expect(judge("experience", "3 年以上后端经验", engineerZh).quotes).toEqual([
    "2019.03 - 至今  星河云计算有限公司  高级后端工程师",
    "2015.07 - 2019.02  蓝鲸软件有限公司  Java 开发工程师",
  ]);
});

test("an engineer's title says nothing of the language asked for", () => {
  const resume =
    "SKILLS\nPython, JavaScript, Redis\n\nWORK EXPERIENCE\nSenior Software Engineer, Bluebird Labs\nJanuary 2017 - Present\n- Built web applications with Django\n";
  expect(judge("experience", "3年以上Java开发经验", resume)).toMatchObject({
    verdict: "unknown",
    code: "skill_absent",
  });
  expect(judge("experience", "3 years of Python development", resume)).toMatchObject({
    verdict: "met",
    quotes: [expect.stringContaining("Senior Software Engineer"), expect.stringContaining("Django")],
  });
});

test("a field named in passing does not make a job one in it", () => {
  const resume =
    "WORK EXPERIENCE\nStaff Accountant, Harbor Foods Inc.\nJanuary 2017 - Present\n- Worked with the front-end team on invoices\n";
  expect(judge("experience", "3 years of front-end development", resume)).toMatchObject({
    verdict: "partly",
    code: "field_outside_title",
  });
});

test("years that only the summary states are met with less confidence than dated ones", () => {
  const resume =
    "SUMMARY\nOffice manager with 6 years of bookkeeping experience.\n\nEDUCATION\nMilltown College, Bachelor of Arts in History, 2010 - 2014\n";
  expect(judge("experience", "5 years of bookkeeping", resume)).toMatchObject({
    verdict: "met",
    code: "field_years_stated",
  });
});

test("points of short years are their share", () => {
  const resume = "WORK EXPERIENCE\nStaff Accountant, Harbor Foods Inc.\nNovember 2022 - Present\n- Closed the books\n";
  const { verdict, points } = judge("experience", "5 years of accounting", resume);
  expect(verdict).toBe("partly");
  expect(points.value).toBeGreaterThan(78);
  expect(points.value).toBeLessThan(84);
});

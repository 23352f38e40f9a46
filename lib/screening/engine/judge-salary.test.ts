import { expect, test } from "vitest";
import { judge } from "./fixtures/resumes";

const resume = (line: string) => `陈志强\n电话：13900001111\n\n求职意向\n${line}\n\n专业技能\nJava、MySQL\n`;

test.each([
  ["期望月薪不超过 30K", "期望薪资：25K-30K", "met", "salary_fits"],
  ["月薪 20K 以内", "期望薪资：22K-25K", "partly", "salary_near"],
  ["月薪 20K 以内", "期望薪资：35K-40K", "not_met", "salary_above"],
  ["月薪 20K 以内", "期望薪资：面议", "unknown", "salary_negotiable"],
  ["月薪 20K 以内", "期望职位：后端", "unknown", "salary_absent"],
  ["符合岗位范围", "期望薪资：25K", "unknown", "salary_not_asked"],
])("%s, of %j: %s", (requirement, line, verdict, code) => {
  expect(judge("salary", requirement, resume(line))).toMatchObject({ verdict, code });
});

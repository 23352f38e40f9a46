import { expect, test } from "vitest";
import { accountantEn, customerManagerZh, engineerEn, engineerZh, judge } from "./fixtures/resumes";

const job = (title: string, line: string) =>
  `WORK EXPERIENCE\n${title}, Harbor Foods Inc.\nJanuary 2017 - Present\n- ${line}\n`;

test.each([
  ["带过 5 人以上团队", engineerZh, "met", "leadership_size_met"],
  ["Led a team of 5 or more", engineerZh, "met", "leadership_size_met"],
  ["管理过 20 人团队", engineerZh, "not_met", "leadership_size_short"],
  ["Led a team of 10", engineerEn, "partly", "leadership_size_short"],
  ["团队管理经验", engineerEn, "met", "leadership_found"],
  ["团队管理经验", accountantEn, "met", "leadership_found"],
  ["团队管理经验", customerManagerZh, "unknown", "leadership_absent"],
  ["Team leadership", job("Engineer", "Managed cloud infrastructure on AWS"), "unknown", "leadership_absent"],
  ["Team leadership", job("Engineer", "Led the migration to Kubernetes"), "unknown", "leadership_absent"],
  ["Team leadership", job("Director of Operations", "Bought wheat"), "partly", "leadership_title"],
  ["Team of 4", job("Engineer", "Led a team of six engineers"), "met", "leadership_size_met"],
  ["Team of 4", job("Engineer", "Led several engineers"), "partly", "leadership_size_unknown"],
  ["Team leadership", job("Engineer", "Member of a team of 10 engineers"), "unknown", "leadership_absent"],
])("%s", (requirement, resume, verdict, code) => {
  expect(judge("leadership", requirement, resume)).toMatchObject({ verdict, code });
});

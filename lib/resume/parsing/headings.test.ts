import { expect, test } from "vitest";
import { headingKind } from "./headings";

test.each([
  ["教育背景", "education"],
  ["◆ 一、工作经历：", "work"],
  ["【项目经验】", "projects"],
  ["专 业 技 能", "skills"],
  ["教育背景 Education", "education"],
  ["EDUCATION", "education"],
  ["Work Experience:", "work"],
  ["2. Technical Skills", "skills"],
  ["Awards / Certificates", "awards"],
  ["Honors & Awards", "awards"],
  ["科研与项目经历", "projects"],
  ["知识技能", "skills"],
  ["Projects Portfolio", "projects"],
  ["Certi cations", "certificates"],
  ["經歷", "work"],
  ["專業技能", "skills"],
  ["經驗", "work"],
  ["Senior Engineer", null],
  ["负责教育背景调查", null],
])("%s opens %s", (line, kind) => {
  expect(headingKind(line)).toBe(kind);
});

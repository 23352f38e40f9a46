import { expect, test } from "vitest";
import {
  accountantEn,
  customerManagerZh,
  engineerEn,
  engineerZh,
  positionOf,
  requirementOf,
  screen,
} from "./fixtures/resumes";

const backend = positionOf(
  requirementOf("experience", "3 年以上后端开发经验", { weight: 5 }),
  requirementOf("skill", "Java 或 Go", { weight: 5 }),
  requirementOf("skill", "MySQL、Redis", { weight: 3 }),
  requirementOf("education", "本科及以上，计算机相关专业", { weight: 3 }),
  requirementOf("skill", "Docker", { necessity: "nice", weight: 2 }),
);
const accounting = positionOf(
  requirementOf("experience", "5 years of accounting", { weight: 5 }),
  requirementOf("certificate", "CPA", { weight: 4 }),
  requirementOf("skill", "Month-end close", { weight: 4 }),
  requirementOf("education", "Bachelor's degree", { weight: 2 }),
);

test.each([
  ["a back-end engineer, Chinese resume", engineerZh, backend, "interview"],
  ["a back-end engineer, English resume", engineerEn, backend, "interview"],
  ["an accountant as engineer", accountantEn, backend, "mismatch"],
  ["a salesman as engineer", customerManagerZh, backend, "mismatch"],
  ["an accountant", accountantEn, accounting, "interview"],
  ["an engineer as accountant", engineerZh, accounting, "mismatch"],
] as const)("%s", (_, resume, position, advice) => {
  expect(screen(resume, position).advice).toBe(advice);
});

test("a failed gate is a mismatch, an unknown one a question", () => {
  const degree = requirementOf("education", "硕士及以上", { necessity: "gate" });
  const failed = screen(engineerZh, positionOf(...backend.requirements, degree));
  expect(failed).toMatchObject({ advice: "mismatch", adviceReasons: [{ code: "gate_failed" }] });

  const licence = requirementOf("certificate", "驾照", { necessity: "gate" });
  const open = screen(engineerZh, positionOf(...backend.requirements, licence));
  expect(open.advice).toBe("interview");
  expect(open.adviceReasons.map(({ code }) => code)).toContain("gate_to_ask");
  expect(open.questions[0]).toMatchObject({ requirementKey: licence.key, code: "ask_certificate" });
});

test("what everyone has does not make a profession", () => {
  const position = positionOf(
    requirementOf("education", "大专及以上", { weight: 5 }),
    requirementOf("language", "英语", { weight: 5 }),
    requirementOf("skill", "CNC", { weight: 5 }),
    requirementOf("experience", "3 年数控机床经验", { weight: 5 }),
  );
  expect(screen(engineerZh, position)).toMatchObject({ advice: "mismatch", adviceReasons: [{ code: "few_shown" }] });
});

test("personal attributes neither count nor come back as gaps or questions", () => {
  const male = requirementOf("other", "限男性", { necessity: "gate", weight: 5 });
  const result = screen(engineerZh, positionOf(...backend.requirements, male));
  const without = screen(engineerZh, backend);
  expect(result.comprehensive).toEqual(without.comprehensive);
  expect(result.adviceReasons).toEqual(without.adviceReasons);
  expect([...result.gaps, ...result.questions].some(({ requirementKey }) => requirementKey === male.key)).toBe(false);
});

test("the salary lies in the position's range, in steps of 500, and is null without one", () => {
  const salary = (salaryMin: number | null, salaryMax: number | null) =>
    screen(engineerZh, { ...backend, salaryMin, salaryMax }).suggestedSalary;
  expect(salary(null, 20000)).toBeNull();
  const { min = 0, max = 0 } = salary(20000, 40000) ?? {};
  expect(min).toBeGreaterThanOrEqual(20000);
  expect(max).toBeLessThanOrEqual(40000);
  expect([min % 500, max % 500]).toEqual([0, 0]);
});

import { expect, test } from "vitest";
import { evidenceOf } from "./fixtures/resumes";
import { stability } from "./stability";

const history = (...jobs: [string, string, string][]) =>
  stability(
    25,
    evidenceOf(
      `工作经历\n${jobs.map(([period, company, title]) => `${period}  ${company}  ${title}\n- 日常工作\n`).join("")}`,
    ),
  );

test("long stays without gaps give full points", () => {
  const { score, reason } = history(
    ["2018.01 - 2025.12", "东方商贸有限公司", "会计"],
    ["2012.01 - 2017.12", "南湖贸易有限公司", "出纳"],
  );
  expect(score?.value).toBe(100);
  expect(reason.values).toEqual({ months: 84, jobs: 2, gaps: 0 });
});

test("short stays and gaps cost points", () => {
  const { score, reason } = history(
    ["2024.01 - 2024.12", "东方商贸有限公司", "会计"],
    ["2022.01 - 2022.12", "南湖贸易有限公司", "出纳"],
  );
  expect(reason.values).toEqual({ months: 12, jobs: 2, gaps: 1 });
  expect(score?.value).toBe(45);
});

test("a promotion is no change of employer", () => {
  const { reason } = history(
    ["2022.01 - 至今", "东方商贸有限公司", "财务经理"],
    ["2018.01 - 2021.12", "东方商贸有限公司", "会计"],
  );
  expect(reason.values).toMatchObject({ jobs: 1, gaps: 0 });
});

test("a present job that has just begun does not pull the mean down", () => {
  const { reason } = history(
    ["2026.09 - 至今", "东方商贸有限公司", "会计"],
    ["2020.01 - 2026.08", "南湖贸易有限公司", "出纳"],
  );
  expect(reason.values).toMatchObject({ months: 80 });
});

test("a first job, internships, or no dates say nothing", () => {
  const unknown = { value: 50, low: 0, high: 100 };
  expect(history(["2026.01 - 至今", "东方商贸有限公司", "会计"])).toMatchObject({
    score: unknown,
    reason: { code: "stability_first_job" },
  });
  const student = stability(
    25,
    evidenceOf("实习经历\n2025.06 - 2025.09  星河云计算有限公司  后端开发实习生\n- 编写接口\n"),
  );
  expect(student).toMatchObject({ score: unknown, reason: { code: "stability_internships" } });
  expect(stability(25, evidenceOf("技能\nJava\n"))).toMatchObject({
    score: unknown,
    reason: { code: "stability_unknown" },
  });
});

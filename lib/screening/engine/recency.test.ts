import { describe, expect, test } from "vitest";
import { say } from "@/lib/screening/statements";
import { asOf, evidenceOf, judge } from "./fixtures/resumes";
import { lastUseIn } from "./recency";

/** Read on 2026-11-21. */
const resume = `工作经历
2022.01 - 至今  星河云计算有限公司  后端工程师
- 使用 Scala 开发推送服务
2018.03 - 2021.06  蓝鲸软件有限公司  后端工程师
- 使用 Kafka 和 K8s 支撑订单系统，接口以 Spring Boot 编写
2016.01 - 2018.02  南湖软件有限公司  Java 开发工程师
- 使用 Java 与 Kubernetes 开发支付系统

专业技能
Terraform、Kafka、Java
`;
const sentence = (requirement: string, kind: "skill" | "experience" = "skill") => {
  const { code, values } = judge(kind, requirement, resume);
  return [say({ code, values }, "zh"), say({ code, values }, "en")];
};

test("the words for when are no part of what is asked for", () => {
  expect(judge("skill", "within the last 3 years: Frobnicator", resume).values).toEqual({ skills: "Frobnicator" });
  expect(judge("skill", "近三年有 2 年以上 Scala 经验", resume).values).toMatchObject({ asked: 2, years: 3 });
});

describe("the last use decides", () => {
  test.each([
    ["近两年使用过 Scala", "met", "recent_met", 100],
    ["近 6 年内使用过 Kafka", "met", "recent_met", 100],
    ["近 4 年使用过 Kafka", "partly", "recent_older", 74],
    ["近两年使用过 Kafka", "partly", "recent_older", 50],
    ["used Terraform within the last 2 years", "partly", "recent_unknown", 65],
    ["近两年使用过 Scala 和 Kafka", "partly", "recent_older", 50],
    ["used Rust within the last 2 years", "unknown", "skill_absent", 50],
    ["近六年内有 5 年 Java 经验", "partly", "skill_years_short", 50],
  ])("%s", (requirement, verdict, code, points) => {
    const found = judge("skill", requirement, resume);
    expect(found).toMatchObject({ verdict, code });
    expect(Math.round(found.points.value)).toBe(points);
    expect(found.quotes.every((quote) => resume.includes(quote))).toBe(true);
  });

  test("older use keeps its share as the least that is sure, and stays open above", () => {
    // 2021.06 to 2026.11 are 65 months.
    const { low, high } = judge("skill", "近两年使用过 Kafka", resume).points;
    expect(low).toBeCloseTo((100 * 24) / 65, 2);
    expect(high).toBe(100);
  });

  test("later use never gives less", () => {
    const of = (end: string) =>
      judge("skill", "近两年使用过 Kafka", resume.replace("2021.06", end).replace("2022.01 - 至今", "2020.01 - 至今"))
        .points.value;
    const ends = ["2019.02", "2020.06", "2022.12", "2023.09", "2024.10", "2025.03", "至今"];
    const values = ends.map(of);
    expect(values.toSorted((a, b) => a - b)).toEqual(values);
    expect(new Set(values).size).toBeGreaterThan(2);
  });
});

test("a field of work within the last years counts what lies within them", () => {
  expect(judge("experience", "近两年从事过后端开发", resume)).toMatchObject({ verdict: "met", code: "recent_met" });
  const old = resume.replace(
    "2022.01 - 至今  星河云计算有限公司  后端工程师",
    "2022.01 - 至今  星河商贸有限公司  销售经理",
  );
  expect(judge("experience", "近两年从事过后端开发", old)).toMatchObject({ verdict: "partly", code: "recent_older" });
  expect(judge("experience", "近五年有 3 年以上后端开发经验", resume)).toMatchObject({
    verdict: "met",
    values: { years: 4.9, asked: 3 },
  });
  expect(judge("experience", "近两年使用过 Kafka", resume).code).toBe("recent_older");
});

test("the reason says when it was used last, whether asked for or not", () => {
  expect(sentence("Kafka")).toEqual([
    "工作或项目中用到：Kafka；Kafka 最近一次使用是 2021.06，在读取简历前 5.4 年。",
    "Used in jobs or projects: Kafka; Kafka last used 2021.06, 5.4 years before the resume was read.",
  ]);
  expect(sentence("Scala")).toEqual([
    "工作或项目中用到：Scala；至今仍在使用。",
    "Used in jobs or projects: Scala; still in use.",
  ]);
  expect(sentence("Scala、Kafka")[1]).toContain("Kafka last used 2021.06");
  expect(sentence("2 年 Kafka 经验")[1]).toBe(
    "Kafka for about 3.3 years; 2 asked; Kafka last used 2021.06, 5.4 years before the resume was read.",
  );
  expect(sentence("Terraform")[1]).toBe("Listed without saying where it was used: Terraform.");
  expect(sentence("近两年使用过 Kafka")[0]).toBe(
    "从起止时间看，近 2 年内没有用过：Kafka；Kafka 最近一次使用是 2021.06，在读取简历前 5.4 年。",
  );
});

describe("years count over all names of a skill and what implies it", () => {
  test.each([
    // K8s in one job, Kubernetes in the other.
    ["5 years of Kubernetes", { years: 5.5, last: "2021.06" }],
    // Spring Boot shows Java from 2018 on, Java itself before.
    ["5 年以上 Java 经验", { years: 5.5, last: "2021.06" }],
  ])("%s", (requirement, values) => {
    expect(judge("skill", requirement, resume)).toMatchObject({ verdict: "met", values });
    expect(judge("experience", requirement.replace("Java 经验", "Java 开发经验"), resume)).toMatchObject({
      verdict: "met",
      values: { years: values.years },
    });
  });

  test("jobs at the same time are counted once", () => {
    const twice = `${resume}\n项目经历\n2018.03 - 2019.03  消息平台\n- 使用 Kafka 开发\n2019.01 - 2021.06  对账平台\n- 使用 Kafka 开发\n`;
    expect(judge("skill", "2 年 Kafka 经验", twice).values).toMatchObject({ years: 3.3 });
  });

  test("what does not imply a skill adds nothing", () => {
    const script = resume.replace("使用 Scala 开发推送服务", "使用 JavaScript 开发推送服务");
    expect(judge("skill", "5 年以上 Java 经验", script).values).toMatchObject({ years: 5.5 });
  });
});

test("a year without a month counts to its end, and the latest date counts", () => {
  const text = "WORK EXPERIENCE\nEngineer, Bluebird Labs\n2019 - 2024\n- Built services in Scala\n";
  const { profile } = evidenceOf(text);
  expect(lastUseIn(profile.work, asOf)).toEqual({ last: "2024", ago: 23 / 12 });
  expect(lastUseIn([], asOf)).toBeNull();
});

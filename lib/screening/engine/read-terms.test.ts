import { expect, test } from "vitest";
import { labelOf, readTerms } from "./read-terms";

const labels = (text: string, options?: Parameters<typeof readTerms>[1]) => readTerms(text, options).map(labelOf);

test.each([
  ["熟练掌握 Java 或 Go", ["Java / Go"]],
  ["Java/Go", ["Java / Go"]],
  ["AWS、Azure 或 GCP", ["AWS / Azure / GCP"]],
  ["AWS, Azure or GCP", ["AWS / Azure / GCP"]],
  ["Java、Spring、MySQL、Redis", ["Java", "Spring", "MySQL", "Redis"]],
  ["Docker 和 Kubernetes", ["Docker", "Kubernetes"]],
  ["至少一门脚本语言（Python、Shell、Go）", ["脚本语言 / Python / Shell / Go"]],
  ["one of Python, Ruby, PHP", ["Python / Ruby / PHP"]],
  ["熟悉 CI/CD 工具，如 Jenkins、GitLab CI 之一", ["CI/CD / Jenkins / GitLab CI"]],
  ["熟悉 Java；至少一种消息队列（Kafka、RabbitMQ）", ["Java", "消息队列 / Kafka / RabbitMQ"]],
  ["Docker 和 AWS 或 Azure", ["Docker", "AWS / Azure"]],
  ["C 或 R", ["C / R"]],
  ["3+ years of Go", ["Go"]],
  ["Excel and Frobnicator", ["Excel", "Frobnicator"]],
])("%s asks for %j", (text, expected) => {
  expect(labels(text)).toEqual(expected);
});

test("soft words and years are no terms", () => {
  expect(labels("5 年以上相关工作经验")).toEqual([]);
  expect(labels("At least five years of experience")).toEqual([]);
});

test("a clause without a skill is a part only where clauses count", () => {
  expect(labels("精通 Java，作风踏实")).toEqual(["Java"]);
  expect(labels("精通 Java，作风踏实", { hasClauses: true })).toEqual(["Java", "作风踏实"]);
});

test("words that hold a soft word stay whole", () => {
  expect(labels("会计核算")).toEqual(["会计核算"]);
  expect(labels("可靠性设计", { hasSkills: false })).toEqual(["可靠性设计"]);
});

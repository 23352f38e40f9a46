import { expect, test } from "vitest";
import { judge } from "./fixtures/resumes";

const withLine = (line: string) => `工作经历\n2019.03 - 至今  星河云计算有限公司  后端工程师\n- ${line}\n`;
const withEnglish = (line: string) =>
  `WORK EXPERIENCE\nEngineer, Harbor Foods Inc.\nJanuary 2017 - Present\n- ${line}\n`;

test.each([
  "不熟悉 Kubernetes",
  "没有使用过 Kubernetes",
  "没有 Kubernetes 经验",
  "缺乏 Kubernetes 实践经验",
  "Kubernetes：没用过",
  "未接触过 Docker、Kubernetes",
  "希望学习 Kubernetes",
  "想从事 Kubernetes 方向的工作",
  "正在自学 Kubernetes",
  "对 Kubernetes 很感兴趣，对 Kubernetes 有浓厚兴趣",
])("%s does not show Kubernetes", (line) => {
  expect(judge("skill", "Kubernetes", withLine(line)).verdict).not.toBe("met");
});

test.each([
  "No experience with Kubernetes",
  "Without any Kubernetes experience",
  "Have not used Kubernetes",
  "I haven't worked with Docker or Kubernetes",
  "Not familiar with Kubernetes",
  "Kubernetes (no experience)",
  "Looking to learn Kubernetes",
  "Interested in Kubernetes",
  "Would like to work with Kubernetes",
])("%s does not show Kubernetes", (line) => {
  expect(judge("skill", "Kubernetes", withEnglish(line)).verdict).not.toBe("met");
});

test.each([
  "不熟悉 Vue，但精通 Kubernetes",
  "不仅熟悉 Docker，也熟悉 Kubernetes",
  "无缝迁移到 Kubernetes 集群",
  "没有出现故障地迁移到 Kubernetes",
  "希望贵司给予机会。熟练使用 Kubernetes",
])("%s shows Kubernetes", (line) => {
  expect(judge("skill", "Kubernetes", withLine(line)).verdict).toBe("met");
});

test.each([
  "No experience with Docker, but two years of Kubernetes",
  "Not only used Docker but also Kubernetes",
  "Moved to Kubernetes with no downtime",
  "Ran Kubernetes without outages",
])("%s shows Kubernetes", (line) => {
  expect(judge("skill", "Kubernetes", withEnglish(line)).verdict).toBe("met");
});

test("objective, hobbies and references are no evidence", () => {
  for (const heading of ["求职意向", "兴趣爱好"])
    expect(judge("skill", "Kubernetes", `${heading}\nKubernetes 架构\n`).verdict).toBe("unknown");
  expect(judge("skill", "Kubernetes", "OBJECTIVE\nKubernetes engineer\n").verdict).toBe("unknown");
});

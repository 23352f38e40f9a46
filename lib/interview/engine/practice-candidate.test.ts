import { describe, expect, test } from "vitest";
import { accountant, backendEn, backendZh, turnOf } from "./fixtures/interviews";
import { answerAsCandidate } from "./practice-candidate";
import type { InterviewSubject } from "./subject";

/** Asks one after the other. */
function interview(subject: InterviewSubject, ...questions: string[]): string[] {
  const turns: ReturnType<typeof turnOf>[] = [];
  return questions.map((question, index) => {
    const answer = answerAsCandidate(subject, question, turns);
    turns.push(turnOf(question, answer, { round: index + 1 }));
    return answer;
  });
}

describe("a candidate to practise with", () => {
  test("tells what the resume says, as I", () => {
    const answers = interview(backendZh, "订单系统你是怎么重构的？", "能具体说说吗？", "还有更多细节吗？").join("\n");
    expect(answers).toContain("我使用 Java、Spring Boot 重构订单系统，接口耗时从 800ms 降到 120ms");
    expect(interview(backendEn, "How did you build order services?", "Can you tell me more?").join("\n")).toContain(
      "I built order services in Go and PostgreSQL, cutting latency by 45%",
    );
  });

  test("says honestly what it has not done", () => {
    expect(interview(backendZh, "Vue 用得怎么样？")).toEqual(["Vue 我没有用过。"]);
    expect(interview(backendZh, "讲讲你用 Elasticsearch 的经验")).toEqual(["Elasticsearch 这方面我没有太多经验。"]);
    expect(interview(accountant, "Have you worked with Kubernetes?")).toEqual([
      "I don't have much experience with Kubernetes.",
    ]);
    expect(interview(backendZh, "你养过奶牛吗，牧场规划怎么弄")).toEqual(["这方面我没有太多经验。"]);
  });

  test("asks back when a question is unclear", () => {
    expect(interview(backendZh, "那个呢？")[0]).toContain("您是想了解哪一方面");
    expect(interview(backendEn, "And what about it?")[0]).toContain("Could you be a little more specific");
  });

  test("says that its resume is silent on plans and pay", () => {
    expect(interview(backendZh, "你的离职原因是什么？")[0]).toContain("简历里没有写");
    expect(interview(backendEn, "What salary do you expect?")[0]).toContain("says nothing about that");
  });

  test("introduces itself", () => {
    expect(interview(backendZh, "请先介绍一下自己")[0]).toBe(
      "我现在在星河云计算有限公司做高级后端工程师。我之前在蓝鲸软件有限公司做 Java 开发工程师。我毕业于江南理工大学，专业是计算机科学与技术。",
    );
  });

  test("never says the same twice, and ends", () => {
    const question = "说说 Kafka 和 Redis 的使用";
    const answers = interview(backendZh, ...Array.from({ length: 8 }, () => question));
    expect(answers.at(-1)).toBe("这方面我能说的就是这些了。");
    const told = answers.filter((answer) => answer !== answers.at(-1));
    expect(new Set(told).size).toBe(told.length);
  });

  test("is vague at first now and then, and says more when asked again", () => {
    const questions = [
      "Kafka 怎么用的？",
      "支付系统怎么重构的？",
      "推送服务怎么做的？",
      "单元测试写得多吗？",
      "Redis 用在哪里？",
    ];
    const first = questions.map((question) => interview(backendZh, question, "具体是怎么做的？"));
    const vague = first.filter(([answer]) => answer?.includes("接触过这方面的工作"));
    expect(vague.length).toBeGreaterThan(0);
    expect(vague.length).toBeLessThan(questions.length);
    for (const [, more] of vague) expect(more).not.toContain("接触过");
  });

  test("numbers and names come from the resume alone", () => {
    const questions = [
      "订单系统怎么做的？",
      "Kafka 怎么用？",
      "带过团队吗？",
      "推送服务的量有多大？",
      "工作几年了？",
      "测试怎么做？",
    ];
    for (const answer of interview(backendZh, ...questions))
      for (const [number] of answer.matchAll(/\d+(?:\.\d+)?/g))
        expect(backendZh.resume.text.includes(number) || answer.includes("我工作了大约"), answer).toBe(true);
  });

  test("the same question in the same place gets the same answer", () => {
    expect(interview(backendEn, "Tell me about AWS")).toEqual(interview(backendEn, "Tell me about AWS"));
  });
});

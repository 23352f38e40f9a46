import { describe, expect, test } from "vitest";
import { classifyAnswer } from "./classify-answer";
import { backendEn, backendZh, rankedAnswers, turnOf } from "./fixtures/interviews";

const zh = (said: string) => classifyAnswer(turnOf("订单系统拆分时，数据一致性是怎么保证的？", said), backendZh);
const en = (said: string) => classifyAnswer(turnOf("How did you bring the latency down?", said), backendEn);

describe("what kind of thing was said", () => {
  test.each(["", "嗯", "嗯，好的", "用 Kafka", "好的好的 没问题 是的 可以 明白了", "嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯嗯"])(
    "too short: %s",
    (said) => expect(zh(said)).toBe("too_short"),
  );
  test.each(["yes", "um okay sure, yes", "Right, okay, thanks"])("too short: %s", (said) =>
    expect(en(said)).toBe("too_short"),
  );
  test.each([
    "您是指分库之后的一致性吗？",
    "不好意思，能再说一遍吗",
    "没听清，您说的是哪个系统",
    "什么意思？",
    "您问的是哪个项目呢？",
  ])("clarification: %s", (said) => expect(zh(said)).toBe("clarification"));
  test.each(["Sorry, could you repeat that?", "Do you mean the read path?", "I didn't quite get the question"])(
    "clarification: %s",
    (said) => expect(en(said)).toBe("clarification"),
  );
  test.each(["你们公司现在用的是什么技术栈？", "我想先问一下，咱们团队有多少人？"])("counter-question: %s", (said) =>
    expect(zh(said)).toBe("counter_question"),
  );
  test.each(["What does your team use at the moment?", "May I ask how big your team is?"])(
    "counter-question: %s",
    (said) => expect(en(said)).toBe("counter_question"),
  );
  test("off the topic", () => {
    expect(zh("昨天晚上那场球赛真是太精彩了，最后五分钟连进两个球，看得我一晚上没睡着觉")).toBe("off_topic");
    expect(en("I love hiking in the mountains, the weather was lovely and my dog enjoyed the snow")).toBe("off_topic");
  });
  test.each([
    "您是指分库之后吗？我们当时是用 Kafka 做最终一致，消费端我写了幂等，失败的消息会重试三次",
    "这个我没有做过，不太了解",
    "嗯 我们就是用消息队列 然后消费端去重",
  ])("an answer: %s", (said) => expect(zh(said)).toBe("answer"));
  test("every full answer is one", () => {
    for (const { question, asked, subject, answers } of rankedAnswers)
      for (const answer of answers)
        expect(classifyAnswer(turnOf(question, answer, asked), subject), answer).toBe("answer");
  });
});

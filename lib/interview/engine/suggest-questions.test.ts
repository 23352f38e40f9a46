import { expect, test } from "vitest";
import { suggestion, type Turn } from "@/lib/interview/schema";
import { backendEn, backendZh, rankedAnswers, requirementsEn, turnOf } from "./fixtures/interviews";
import { planned, planQuestions, planZh } from "./fixtures/plans";
import { suggestQuestions } from "./suggest-questions";
import { normalized } from "./words";

const { text, asked } = planned("订单系统");
const suggest = (...turns: Turn[]) => suggestQuestions(backendZh, planZh, turns);
const answered = (said: string) => turnOf(text, said, asked);

test("before anything is asked the opening comes first and the closing last", () => {
  const found = suggest();
  expect(suggestion.array().safeParse(found).error).toBeUndefined();
  expect(found.length).toBe(planQuestions.length);
  expect(found[0]?.text).toBe("请先介绍一下自己。");
  expect(found.at(-1)?.text).toBe("您有什么想问我们的？");
});

test("then the heaviest uncovered must, before what is nice to have", () => {
  const opening = planned("请先介绍");
  const found = suggest(turnOf(opening.text, "我在星河云做后端，主要负责订单系统，之前在蓝鲸做支付。", opening.asked));
  const own = found.filter(({ planKey }) => planKey !== null).map(({ text }) => text);
  expect(own[0]).toBe(text);
  expect(own.indexOf("K8s 集群出过什么问题？")).toBeGreaterThan(own.indexOf("带团队时最难的一件事是什么？"));
});

test("after the plan's last question there is always another, and none comes twice", () => {
  const turns: Turn[] = [];
  for (let asked = 0; asked < planQuestions.length + 25; asked += 1) {
    const [next] = suggest(...turns);
    expect(next, `question ${asked + 1}`).toBeDefined();
    if (!next) return;
    const { key: _, reason: __, ...question } = next;
    turns.push(turnOf(next.text, "我们用了 Kafka，效果还不错。", { ...question, round: asked + 1 }));
  }
  expect(new Set(turns.map(({ question }) => normalized(question.text))).size).toBe(turns.length);
  expect(suggest(...turns).at(-1)?.reason.code).toBe("suggest_beyond");
});

test("a question that was not understood is put again in other words", () => {
  const [first] = suggest(answered("不好意思，您是指分库之后的一致性吗？"));
  expect(first?.reason.code).toBe("suggest_again");
  expect(first?.text).toContain(text);
  expect(first?.text).not.toBe(text);
});

test("a follow-up goes after what the answer lacks, in its own words", () => {
  const [first, ...rest] = suggest(
    answered("我写的是 Kafka 消费端，峰值 3 万 QPS，因为订单不能丢，所以按订单号去重，结果对账差异降到 5 条。"),
  );
  expect(first).toMatchObject({ source: "follow_up", text: "峰值时 Kafka 失败了怎么处理？" });
  expect(first?.reason.code).toBe("lacks_failure");
  expect(rest.length).toBeGreaterThanOrEqual(5);
});

test("terms of follow-ups stand in the answer", () => {
  for (const { question, asked: about, subject, answers } of rankedAnswers)
    for (const said of answers) {
      const found = suggestQuestions(subject, planZh, [turnOf(question, said, about)]);
      for (const { text: put, source } of found.filter(
        (one) => one.source === "follow_up" && one.key.startsWith("follow"),
      )) {
        expect(source).toBe("follow_up");
        for (const [name] of put.matchAll(/[A-Z][A-Za-z]*[A-Z+#][A-Za-z]*|Kafka|Redis|Go\b|Excel/g))
          expect(said).toContain(name);
      }
    }
});

test("what differs from the resume is cleared up politely, with both quotes, and once", () => {
  const turn = answered(
    "Kafka 这块主要是我负责，Redis 我没用过，消费端失败会重试三次，因为订单不能丢，结果差异降到了 5 条。",
  );
  const found = suggest(turn).find(({ reason }) => reason.code === "contradicts_never_used");
  expect(found?.text).toContain("您说“Redis 我没用过，”");
  expect(found?.text).toContain("用 Kafka 和 Redis 支撑双十一峰值 3 万 QPS");
  const next = turnOf(found?.text ?? "", "哦 我说的是没有搭过集群，缓存是用过的", { source: "follow_up", round: 2 });
  expect(suggest(turn, next).map(({ text: put }) => put)).not.toContain(found?.text);
});

test("no third follow-up in a row", () => {
  const vague = "我们就是用了 Kafka，效果还不错。";
  const turns = [answered(vague)];
  for (const round of [2, 3]) {
    const follow = suggest(...turns).find(({ source }) => source === "follow_up");
    expect(follow).toBeDefined();
    turns.push(turnOf(follow?.text ?? "", vague, { ...asked, planKey: null, source: "follow_up", round }));
  }
  expect(suggest(...turns).filter(({ source }) => source === "follow_up")).toEqual([]);
  expect(suggest(...turns)[0]?.planKey).not.toBeNull();
});

test("nothing is asked twice, whatever its marks and spaces", () => {
  const changed = turnOf(`${text.replace("，", " , ").replace("？", "?")} `, "我们用了 Kafka，效果还不错。", {
    source: "own",
  });
  const found = suggest(changed);
  expect(found.map((one) => normalized(one.text))).not.toContain(normalized(text));
  expect(new Set(found.map((one) => normalized(one.text))).size).toBe(found.length);
  expect(new Set(found.map(({ key }) => key)).size).toBe(found.length);
});

test("the same interview gives the same suggestions", () => {
  const turn = answered("我们用了 Kafka，效果还不错。");
  expect(suggest(structuredClone(turn))).toEqual(suggest(turn));
});

test("in English", () => {
  const turn = turnOf(
    "How did you use PostgreSQL?",
    "We moved the orders to PostgreSQL and it was faster after that.",
    {
      ...{ requirementKey: requirementsEn.postgres.key, skills: ["PostgreSQL"] },
    },
  );
  const [first] = suggestQuestions(backendEn, { ...planZh, sections: [] }, [turn]);
  expect(first?.text).toBe("With PostgreSQL, which part did you do yourself, and which did others do?");
});

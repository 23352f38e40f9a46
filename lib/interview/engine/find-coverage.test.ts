import { expect, test } from "vitest";
import { coverage } from "@/lib/interview/schema";
import { findCoverage } from "./find-coverage";
import { backendZh, rankedAnswers, requirementsZh, turnOf } from "./fixtures/interviews";
import { planned } from "./fixtures/plans";

const { text, asked } = planned("订单系统");
const stateOf = (said: string, key = requirementsZh.kafka.key) =>
  findCoverage(backendZh, [turnOf(text, said, asked)]).find(({ requirementKey }) => requirementKey === key);

test("what nobody spoke of is untouched", () => {
  const found = findCoverage(backendZh, []);
  expect(coverage.array().safeParse(found).success).toBe(true);
  expect(found.map(({ state, share }) => [state, share])).toEqual(found.map(() => ["untouched", 0]));
});

test("a claim without specifics is thin, a told case covers", () => {
  expect(stateOf("Kafka 我很熟悉，用得很多，经验非常丰富。")).toMatchObject({ state: "thin" });
  const full = rankedAnswers[0]?.answers[0] ?? "";
  expect(stateOf(full)).toMatchObject({ state: "covered", share: 1 });
});

test("claims said again and again stay thin", () => {
  const turns = [1, 2, 3, 4].map((round) => turnOf(text, "Kafka 我很熟悉，用得很多。", { ...asked, round }));
  expect(findCoverage(backendZh, turns)[0]).toMatchObject({ state: "thin", turnIds: turns.map(({ id }) => id) });
});

test("an answer to another question counts where it names it", () => {
  const said = "我用 Java 重写了对账任务，原来要跑四个小时，因为全量扫表，改成增量以后二十分钟。";
  expect(stateOf(said, requirementsZh.java.key)).toMatchObject({ state: "thin" });
  expect(stateOf(said, requirementsZh.kubernetes.key)).toMatchObject({ state: "untouched", turnIds: [] });
});

test("who says not to have done it has answered, who asks back has not", () => {
  expect(stateOf("说实话这一块我没有做过，不太了解。")).toMatchObject({ state: "covered" });
  expect(stateOf("您是指分库之后的一致性吗？")).toMatchObject({ state: "untouched" });
});

test("what the interviewer says covers nothing", () => {
  const turn = turnOf(text, [{ speaker: "interviewer", text: "我们用 Kafka，我负责过三年，峰值三万 QPS。" }], asked);
  expect(findCoverage(backendZh, [turn]).every(({ state }) => state === "untouched")).toBe(true);
});

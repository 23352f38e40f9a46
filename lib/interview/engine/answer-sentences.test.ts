import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { reportDimensionKeys } from "@/lib/interview/kinds";
import type { Statement } from "@/lib/screening/schema";
import { answerSentences } from "./answer-sentences";
import { lacks } from "./evaluate-answer";
import { backendZh, rankedAnswers, turnOf } from "./fixtures/interviews";
import { planned, planZh } from "./fixtures/plans";
import { reportInterview } from "./report-interview";
import { suggestQuestions } from "./suggest-questions";

const codes = new Set(Object.keys(answerSentences));

test("every code of the listening half has its sentence", () => {
  const files = readdirSync(__dirname).filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"));
  const inParts = readdirSync(join(__dirname, "contradictions")).map((name) => join("contradictions", name));
  const source = [...files, ...inParts].map((name) => readFileSync(join(__dirname, name), "utf8")).join("\n");
  const listening = /"((?:rated|contradicts|report|highlight|next|suggest|feedback)_[a-z_]+)"/g;
  const used = [...source.matchAll(listening)].flatMap(([, code]) => code ?? []);
  expect(used.length).toBeGreaterThan(30);
  for (const code of used) expect(codes, code).toContain(code);
  for (const lack of lacks) expect(codes).toContain(`lacks_${lack}`);
  for (const kind of ["too_short", "clarification", "counter_question", "off_topic"])
    for (const prefix of ["not_rated", "again", "feedback"]) expect(codes).toContain(`${prefix}_${kind}`);
  for (const key of reportDimensionKeys)
    for (const end of ["", "_unknown"]) expect(codes).toContain(`dimension_${key}${end}`);
});

test("both languages have the same slots", () => {
  const slots = (text: string) => new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name));
  for (const [code, [zh, en]] of Object.entries(answerSentences)) expect(slots(zh), code).toEqual(slots(en));
});

/** Every statement of an interview finds the values of its slots, but for those in brackets. */
test("statements fill their slots", () => {
  const statements: Statement[] = [];
  const collect = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) collect(one);
    else if (value !== null && typeof value === "object") {
      if ("code" in value && "values" in value) statements.push(value as Statement);
      else for (const one of Object.values(value)) collect(one);
    }
  };
  const { text, asked } = planned("订单系统");
  const said = [
    ...(rankedAnswers[0]?.answers ?? []),
    "嗯",
    "能再说一遍吗",
    "这个我没有做过，不太了解",
    "我在腾讯做过三年，Redis 我没用过，我绝对是最好的",
  ];
  for (const answer of said) {
    const turns = [turnOf(text, answer, asked)];
    collect(reportInterview(backendZh, turns));
    collect(suggestQuestions(backendZh, planZh, turns));
  }
  expect(statements.length).toBeGreaterThan(100);
  for (const { code, values } of statements) {
    const [zh] = answerSentences[code as keyof typeof answerSentences];
    const needed = [...zh.replace(/\[[^\]]*\]/g, "").matchAll(/\{(\w+)/g)].map(([, name]) => name ?? "");
    for (const name of needed) expect(values, code).toHaveProperty(name);
    // One bracket at least has its values, where the sentence is made of them.
    if (code.startsWith("feedback_partly")) expect(Object.keys(values).length).toBeGreaterThanOrEqual(2);
  }
});

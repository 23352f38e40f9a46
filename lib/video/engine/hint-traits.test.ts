import { expect, test } from "vitest";
import type { Transcript } from "@/lib/video/schema";
import { jurisdictionOf } from "../jurisdiction";
import { hintTraits } from "./hint-traits";
import { readConversation } from "./read-exchanges";
import type { VideoSubject } from "./subject";

const subject = {
  ...{ candidateName: "Jane", hasResume: false, city: "", plan: null, asked: [], verdicts: null },
  ...{ language: "en", level: "senior", position: { title: "", description: "", requirements: [] } },
  resume: { text: "", profile: null },
} as unknown as VideoSubject;

function hintsOf(sentences: string[]) {
  const lines = sentences.map((text, index) => ({
    ...{ startSeconds: index * 4, endSeconds: index * 4 + 3, speaker: "Candidate", text },
  }));
  const transcript: Transcript = { source: "vtt", hasTimes: true, lines };
  return { traits: hintTraits(readConversation(transcript, subject)), lines };
}

const filling = "the system had many parts and they were moved from one place to the other over time.";

test("below 300 words there is no hint at all; of a trait without its words none", () => {
  expect(hintsOf(["I planned, checked, tested and delivered it carefully."]).traits).toMatchObject({
    ...{ state: "too_few_words", needed: 300, hints: [] },
  });
  const { traits } = hintsOf(Array.from({ length: 30 }, () => filling));
  expect(traits.state).toBe("hinted");
  for (const hint of traits.hints) expect(hint).toMatchObject({ value: null, quotes: [] });
});

test("words of one way move a hint that way, with quotes, and never narrower than what is known about such words", () => {
  const told = Array.from({ length: 24 }, (_, index) => `I planned part ${index} carefully and checked it; ${filling}`);
  const { traits, lines } = hintsOf(told);
  const hint = traits.hints.find(({ trait }) => trait === "conscientiousness");
  expect(hint).toMatchObject({ up: 72, down: 0 });
  expect(hint?.value).toBeGreaterThan(0.8);
  expect((hint?.value ?? 0) - (hint?.low ?? 1)).toBeGreaterThanOrEqual(0.29);
  for (const { text, line } of hint?.quotes ?? []) expect(lines[line]?.text).toContain(text);
  const careless = hintsOf(told.map((text) => text.replace("planned", "forgot").replace("checked", "missed")));
  const other = careless.traits.hints.find(({ trait }) => trait === "conscientiousness");
  expect(other?.value).toBeLessThan(hint?.value ?? 0);
});

test("in Chinese, from 500 characters on, and what is denied is not counted", () => {
  const sentence = "我没有计划，系统的各个部分后来都从一个地方搬到了另一个地方，时间很久。";
  const { traits } = hintsOf(Array.from({ length: 20 }, () => sentence));
  expect(traits).toMatchObject({ state: "hinted", needed: 500 });
  expect(traits.hints.find(({ trait }) => trait === "conscientiousness")?.up).toBe(0);
});

test.each([
  ["Berlin", "eu"],
  ["Paris, France", "eu"],
  ["上海、慕尼黑", "eu"],
  ["Remote (EU)", "eu"],
  ["上海", "elsewhere"],
  ["Seattle, WA", "elsewhere"],
  ["", "unknown"],
  ["Remote", "unknown"],
  ["上海、远程", "unknown"],
  ["Somewhere", "unknown"],
])("a position in %j is %s as far as the law goes", (city, where) => {
  expect(jurisdictionOf(city)).toBe(where);
});

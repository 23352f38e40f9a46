import { expect, test } from "vitest";
import { expertPrompt } from "@/lib/ai/screening/prompts";
import { requirementOf } from "@/lib/screening/engine/fixtures/resumes";
import { estimateTokens, tokensOf } from "./estimate-tokens";

const position = {
  title: "Backend engineer",
  requirements: [
    requirementOf("skill", "Java"),
    requirementOf("experience", "5 years"),
    requirementOf("location", "上海"),
  ],
};

test("each expert with requirements reads the whole text once; the critic reads none of it", () => {
  const short = estimateTokens(position, { han: 0, other: 0 });
  const long = estimateTokens(position, { han: 1000, other: 3500 });
  expect(short.calls).toBe(3);
  expect(long.inputTokens - short.inputTokens).toBe(2 * 2000);
  expect(long.outputTokens).toBe(short.outputTokens);
});

test("instructions count by what is really sent", () => {
  const requirements = [{ id: "R1", key: "k", text: "Java" }];
  const { instructions } = expertPrompt({ expert: "technical", title: "", requirements, text: "" });
  const one = estimateTokens({ title: "", requirements: position.requirements.slice(0, 1) }, { han: 0, other: 0 });
  expect(one.inputTokens).toBeGreaterThan(tokensOf({ han: 0, other: instructions.length }));
});

test("a position that asks for nothing an expert judges costs nothing", () => {
  const only = { title: "", requirements: [requirementOf("salary", "30K")] };
  expect(estimateTokens(only, { han: 500, other: 0 })).toEqual({ calls: 0, inputTokens: 0, outputTokens: 0 });
});

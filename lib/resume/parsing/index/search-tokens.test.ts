import { expect, test } from "vitest";
import { queryTokens, searchTokens } from "./search-tokens";

function matches(query: string, text: string, names: string[] = []) {
  const has = new Set(searchTokens(text, names));
  return queryTokens(query).tokens.every((token) => has.has(token));
}

test("two Chinese characters are found inside a longer run", () => {
  expect(matches("前端", "负责前端开发")).toBe(true);
  expect(matches("后端", "负责前端开发")).toBe(false);
});

test("Latin words are found whole, whatever their case and width", () => {
  expect(matches("kafka", "用 ＫＡＦＫＡ 做消息")).toBe(true);
  expect(matches("C++", "C++, C#")).toBe(true);
  expect(matches("C", "C++")).toBe(false);
  expect(matches("node.js", "Node.js services")).toBe(true);
});

test("a single character is a surname, not any character of the text", () => {
  expect(matches("王", "国王的故事")).toBe(false);
  expect(matches("王", "国王的故事", ["王小明"])).toBe(true);
});

test("tokens fit a signed 32-bit column", () => {
  for (const token of searchTokens("数据库工程师 distributed systems 2019")) expect(token).toBe(token | 0);
});

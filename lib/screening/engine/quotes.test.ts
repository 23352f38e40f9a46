import { expect, test } from "vitest";
import { evidenceOf } from "./fixtures/resumes";
import { quoteAround, uniqueQuotes } from "./quotes";

const around = (text: string, word: string) => {
  const start = text.indexOf(word);
  return quoteAround(text, { start, end: start + word.length }, []).text;
};

test("a quote is the sentence around the place, without its bullet", () => {
  expect(around("前文。\n- 使用 Go 重写网关，延迟减半；\n后文", "Go")).toBe("使用 Go 重写网关，延迟减半");
  expect(around("Used Node.js 3.5 daily. Then left.", "Node.js")).toBe("Used Node.js 3.5 daily");
});

test("a long line is cut at words to 160 characters that hold the place", () => {
  const text = `${"alpha ".repeat(60)}Kafka ${"omega ".repeat(60)}`;
  const quote = around(text, "Kafka");
  expect(quote.length).toBeLessThanOrEqual(160);
  expect(quote).toContain("Kafka");
  expect(quote).not.toMatch(/\b(?:alph|lpha|omeg|mega)\b/);
});

test("contacts and personal data stay out of quotes", () => {
  const text =
    "周明远 | 男 | 29 岁 | 13900001234 | zhou.my@example.com | Java 工程师\n教育背景\n2011.09 - 2015.06  江南理工大学  软件工程  本科\n";
  const evidence = evidenceOf(text);
  const [place = { start: 0, end: 1 }] = evidence.skillPlaces.get("Java") ?? [];
  expect(evidence.quoteAround(place).text).toBe("Java 工程师");
});

test("a quote inside another is dropped", () => {
  const quotes = [
    { start: 0, end: 9, text: "abcdefghi" },
    { start: 3, end: 5, text: "de" },
    { start: 20, end: 21, text: "x" },
  ];
  expect(uniqueQuotes(quotes).map(({ text }) => text)).toEqual(["abcdefghi", "x"]);
});

import { expect, test } from "vitest";
import { hash32 } from "./hash";
import { leastSimilarity, shingleBands, shingles, similarity } from "./shingles";

function words(count: number, seed: number) {
  return Array.from({ length: count }, (_, index) => (hash32(`${seed} ${index}`) >>> 0).toString(36));
}
const shareBand = (a: string, b: string) => {
  const bands = new Set(shingleBands(a));
  return shingleBands(b).some((band) => bands.has(band));
};

test("a text with a changed paragraph shares a band, another text does not", () => {
  const text = words(300, 1);
  const edited = [...text.slice(0, 280), ...words(20, 2)];
  expect(similarity(shingles(text.join(" ")), shingles(edited.join(" ")))).toBeGreaterThan(leastSimilarity);
  expect(shareBand(text.join(" "), edited.join(" "))).toBe(true);
  expect(shareBand(text.join(" "), words(300, 3).join(" "))).toBe(false);
});

test("spacing, width and case do not make another text", () => {
  const text =
    "负责支付系统的设计与开发，使用 Kafka 与 Redis，带领五人小组完成重构，并推动上线后的监控与复盘，覆盖订单、结算与对账全流程。";
  expect(shingleBands(text.repeat(2))).toEqual(shingleBands(text.repeat(2).replaceAll("，", " , ").toUpperCase()));
});

test("a text too short to compare has no bands", () => {
  expect(shingleBands("Jane Miller, Java developer")).toEqual([]);
});

import { expect, test } from "vitest";
import { findOffset } from "./find-boxes";
import { findField } from "./find-field";
import { extractProfile } from "./parsing/extract-profile";

const text = [
  "李晓雯",
  "手机：13912345678",
  "",
  "工作经历",
  "2019.07 - 至今    杭州云图网络科技有限公司    后端工程师",
  "使用 Java 开发订单系统",
].join("\n");
const document = { kind: "txt" as const, text, pages: [], boxes: [], isTruncated: false };
const profile = extractProfile(document, { asOf: "2026-11-21" });
const at = (word: string) => findField(profile, text.indexOf(word) + 1)?.path;

test.each([
  ["李晓雯", "name"],
  ["13912345678", "phones.0"],
  ["2019.07", "work.0.start"],
  ["云图", "work.0.company"],
  ["工程师", "work.0.title"],
  ["订单系统", "work.0.description"],
])("%s belongs to %s", (word, path) => {
  expect(at(word)).toBe(path);
});

test("between the fields there is none", () => {
  expect(at("手机")).toBeUndefined();
  expect(at("工作经历")).toBeUndefined();
});

test("a point on a page is a character of the text under it", () => {
  const boxes = [
    [0, 10, 0, 100, 50, 200, 12],
    [11, 15, 1, 100, 50, 40, 12],
  ] as [number, number, number, number, number, number, number][];
  expect(findOffset(boxes, { page: 0, x: 100, y: 50 })).toBe(0);
  expect(findOffset(boxes, { page: 0, x: 299, y: 61 })).toBe(9);
  expect(findOffset(boxes, { page: 1, x: 121, y: 55 })).toBe(13);
  expect(findOffset(boxes, { page: 0, x: 99, y: 55 })).toBeNull();
});

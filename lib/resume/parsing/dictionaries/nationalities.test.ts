import { expect, test } from "vitest";
import { countryCodeOf, countryOf, nationalityOf } from "./nationalities";

test.each([
  ["中国", "中国"],
  ["American", "美国"],
  ["USA", "美国"],
  ["U.S.", "美国"],
  ["the Netherlands", "荷兰"],
  ["英籍", "英国"],
  ["Viet Nam", "越南"],
  ["Hong Kong", "中国香港"],
  ["us", null],
  ["in", null],
  ["汉族", null],
  ["Java", null],
  ["", null],
])("%s is %s", (text, expected) => {
  expect(countryOf(text)).toBe(expected);
});

test.each([
  ["国籍：中国（汉族）", "中国"],
  ["Nationality: Canadian citizen", "加拿大"],
  ["法国籍", "法国"],
  ["日本人", "日本"],
  ["Singaporean", "新加坡"],
  ["籍贯湖南", null],
])("nationality of %s is %s", (text, expected) => {
  expect(nationalityOf(text)).toBe(expected);
});

test("codes are those of ISO 3166", () => {
  expect([countryCodeOf("德国"), countryCodeOf("Korea"), countryCodeOf("nowhere")]).toEqual(["DE", "KR", null]);
});

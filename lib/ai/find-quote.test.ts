import { expect, test } from "vitest";
import { findQuote } from "./find-quote";

const text = "负责订单系统（日均 ８００ 万单）。\n  Led a team\nof 6 engineers; “on time”.";

test.each([
  ["订单系统(日均800万单)", "订单系统（日均 ８００ 万单）"],
  ["Led a team of 6 engineers", "Led a team\nof 6 engineers"],
  ["Led  a\u200b team of 6", "Led a team\nof 6"],
  ['"on time"', "“on time”"],
])("%s is found, and given back as the text has it", (quote, wording) => {
  const found = findQuote(text, quote);
  expect(found?.text).toBe(wording);
  expect(text.slice(found?.start, found?.end)).toBe(wording);
});

test.each(["", "   ", "800 万单）。\n L", "0 万单", "ed a team", "Led a team of 60", "led a team", "负责支付系统"])(
  "%j stands nowhere",
  (quote) => {
    expect(findQuote(text, quote)).toBeNull();
  },
);

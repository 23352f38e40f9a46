import { expect, test } from "vitest";
import { unreadableReasons } from "@/lib/resume/document";
import { reviewFailures } from "@/lib/resume/review/schema";
import { localTime, plainText, readReview, shownSummary, toError } from "./wire";

test("every reason for a missing analysis is a sentence, no longer than the client's column", () => {
  for (const failureReason of [...unreadableReasons, ...reviewFailures, "of a later version", null]) {
    const text = toError({ state: "failed", failureReason });
    expect(text, String(failureReason)).toMatch(/\p{Script=Han}/u);
    expect(text?.length).toBeLessThanOrEqual(500);
    expect(text).not.toContain("unreadable.");
  }
  expect(toError({ state: "pending", failureReason: null })).toBeNull();
  expect(toError({ state: "failed", failureReason: "internal" })).toContain("已重试 3 次");
});

test("a text has single empty lines and no space around lines", () => {
  expect(plainText("  a \r\n\r\n\r\n\r\n b\t\r\n\n")).toBe("a\n\nb");
  expect(plainText("字".repeat(6_000_000))).toHaveLength(5 * 2 ** 20);
});

test("times are local, to six places, without an offset", () => {
  const time = new Date(2026, 0, 11, 23, 56, 30, 123);
  expect(localTime(time)).toBe("2026-01-11T23:56:30.123000");
});

test("what is stored and no review is code 2007", () => {
  expect(() => readReview({ overall: 50 })).toThrow(expect.objectContaining({ code: 2007 }));
});

test("no summary holds words by which a client would take the analysis for failed", () => {
  expect(shownSummary({ summary: "Wrote of TLS handshakes. 70 of 100. Nothing is plainly weak." })).toBe(
    "70 of 100. Nothing is plainly weak.",
  );
  expect(shownSummary({ summary: "提到 I/O error 处理。总分 70/100。" })).toBe("总分 70/100。");
});

import { expect, test } from "vitest";
import { backOffMs } from "./back-off.ts";
import { parseRetryAfter, parseWaitEnd } from "./duration.ts";
import { bindEvent, holds, parseExpression } from "./expression.ts";

const event = { data: { id: 7, kind: "pdf", deep: { flag: true } } };

test.each([
  ["event.data.kind == 'pdf'", true],
  ['event.data.kind != "pdf"', false],
  ["event.data.id == 7 && event.data.deep.flag == true", true],
  ["event.data.id == '7'", false],
  ["event.data.missing == null", true],
  ["event.data.missing == event.data.absent", false],
])("%s: %s", (text, expected) => {
  expect(holds(parseExpression(text), { event })).toBe(expected);
});

test("a wait is bound to its run's event, and two missing fields do not match", () => {
  const wait = bindEvent(parseExpression("event.data.id == async.data.id"), event);
  expect(holds(wait, { async: { data: { id: 7 } } })).toBe(true);
  expect(holds(wait, { async: { data: { id: 8 } } })).toBe(false);
  const missing = bindEvent(parseExpression("event.data.none == async.data.none"), event);
  expect(holds(missing, { async: { data: {} } })).toBe(false);
});

test.each(["event.data.size > 3", "size(event.data.list) == 1", "event.data.a == 'x' || true == true", "event.data"])(
  "%s is refused",
  (text) => {
    expect(() => parseExpression(text)).toThrow("not supported");
  },
);

test("wait ends and retry times are read as the SDK writes them", () => {
  const now = Date.parse("2026-03-01T00:00:00Z");
  expect(parseWaitEnd("2h45m", now).toISOString()).toBe("2026-03-01T02:45:00.000Z");
  expect(parseWaitEnd("1w1d", now).toISOString()).toBe("2026-03-09T00:00:00.000Z");
  expect(parseWaitEnd("2026-05-05T05:05:05.000Z", now).toISOString()).toBe("2026-05-05T05:05:05.000Z");
  expect(parseWaitEnd("", now).getTime()).toBe(now);
  expect(parseRetryAfter("90", now)?.toISOString()).toBe("2026-03-01T00:01:30.000Z");
  expect(parseRetryAfter(null, now)).toBeNull();
});

test("retries wait as long as on Inngest: 15 s, 30 s, 1 min … 2 h", () => {
  const seconds = [0, 1, 2, 3, 9, 15].map((attempt) => backOffMs(attempt, () => 0) / 1000);
  expect(seconds).toEqual([15, 30, 60, 120, 7200, 7200]);
});

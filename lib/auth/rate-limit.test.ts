import { expect, test } from "vitest";
import { useWorkspace } from "@/lib/testing/workspace";
import { forgetOldWindows } from "./forget-old-windows";
import { limitRate } from "./rate-limit";

useWorkspace();

const at = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000);

async function countAllowed(key: string, times: number, now: Date) {
  const calls = Array.from({ length: times }, () => limitRate({ key, limit: 10, windowSeconds: 60, now }));
  return (await Promise.allSettled(calls)).filter(({ status }) => status === "fulfilled").length;
}

test("exactly as many as the limit pass, also all at once", async () => {
  expect(await countAllowed("at-once", 40, at(0))).toBe(10);
});

test("the edge of a window does not double the limit", async () => {
  expect(await countAllowed("edge", 10, at(59))).toBe(10);
  expect(await countAllowed("edge", 10, at(60))).toBe(0);
  expect(await countAllowed("edge", 1, at(61))).toBe(0);
});

test("what lies a window back is forgotten", async () => {
  expect(await countAllowed("later", 10, at(0))).toBe(10);
  expect(await countAllowed("later", 10, at(180))).toBe(10);
});

test("keys do not share, and the wait is told", async () => {
  expect(await countAllowed("one", 10, at(0))).toBe(10);
  expect(await countAllowed("two", 10, at(0))).toBe(10);
  const refused = limitRate({ key: "one", limit: 10, windowSeconds: 60, now: at(15) });
  await expect(refused).rejects.toMatchObject({ code: "rate_limited", retryAfterSeconds: 45 });
});

test("who called when is forgotten once no limit asks for it, and not before", async () => {
  const hour = { key: "forgotten", limit: 1, windowSeconds: 3600 };
  await limitRate({ ...hour, now: at(0) });
  expect(await forgetOldWindows(at(7000))).toEqual({ removed: 0 });
  await expect(limitRate({ ...hour, now: at(3600) })).rejects.toMatchObject({ code: "rate_limited" });
  expect((await forgetOldWindows(at(30_000))).removed).toBeGreaterThanOrEqual(2);
});

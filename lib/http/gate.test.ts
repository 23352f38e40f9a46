import { expect, test } from "vitest";
import { isCrowded, openGate } from "./gate";

const hold = () => {
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => ended, end: () => end() };
};

test("so many at once, so many wait in turn, and one more is told at once to come again", async () => {
  const gate = openGate({
    name: "one",
    atOnce: 2,
    waiting: 2,
    waitMs: 1000,
    retryAfterSeconds: 3,
    message: "server_busy",
  });
  const held = [hold(), hold(), hold(), hold()];
  const done: number[] = [];
  const running = held.map(({ work }, index) => gate.run(work).then(() => done.push(index)));
  expect(gate.counts()).toEqual({ running: 2, waiting: 2, refused: 0 });
  expect(isCrowded()).toBe(true);
  await expect(gate.run(async () => undefined)).rejects.toMatchObject({
    ...{ code: "unavailable", status: 503, retryAfterSeconds: 3 },
  });
  for (const { end } of held) end();
  await Promise.all(running);
  expect(done).toEqual([0, 1, 2, 3]);
  expect(gate.counts()).toEqual({ running: 0, waiting: 0, refused: 1 });
  expect(isCrowded()).toBe(false);
  expect(await gate.run(async () => "in")).toBe("in");
});

test("whoever waits too long is refused, and what fails gives its place back", async () => {
  const gate = openGate({
    name: "two",
    atOnce: 1,
    waiting: 5,
    waitMs: 20,
    retryAfterSeconds: 1,
    message: "server_busy",
  });
  const first = hold();
  const running = gate.run(first.work);
  await expect(gate.run(async () => "late")).rejects.toMatchObject({ code: "unavailable" });
  first.end();
  await running;
  await expect(gate.run(() => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(gate.counts()).toEqual({ running: 0, waiting: 0, refused: 1 });
});

test("who gives up while waiting leaves the queue, and waiting for another server crowds nobody", async () => {
  const gate = openGate({
    ...{ name: "three", atOnce: 1, waiting: 1, waitMs: 5000 },
    ...{ retryAfterSeconds: 1, message: "server_busy", isElsewhere: true },
  });
  const first = hold();
  const running = gate.run(first.work);
  const leaving = new AbortController();
  const gone = gate.run(async () => "in", leaving.signal);
  expect(gate.counts()).toEqual({ running: 1, waiting: 1, refused: 0 });
  expect(isCrowded()).toBe(false);
  leaving.abort();
  await expect(gone).rejects.toMatchObject({ name: "AbortError" });
  expect(gate.counts()).toEqual({ running: 1, waiting: 0, refused: 0 });
  const next = gate.run(async () => "in", new AbortController().signal);
  first.end();
  expect(await next).toBe("in");
  await running;
  await expect(gate.run(async () => "in", AbortSignal.abort())).rejects.toMatchObject({ name: "AbortError" });
  expect(gate.counts()).toEqual({ running: 0, waiting: 0, refused: 0 });
});

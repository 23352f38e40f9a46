import { expect, test } from "vitest";
import { isCrowded, openGate } from "./gate";

const one = { organisationId: "one" };
const other = { organisationId: "other" };

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
  const running = held.map(({ work }, index) => gate.run(one, work).then(() => done.push(index)));
  expect(gate.counts()).toEqual({ running: 2, waiting: 2, refused: 0 });
  expect(isCrowded()).toBe(true);
  await expect(gate.run(one, async () => undefined)).rejects.toMatchObject({
    ...{ code: "unavailable", status: 503, retryAfterSeconds: 3 },
  });
  for (const { end } of held) end();
  await Promise.all(running);
  expect(done).toEqual([0, 1, 2, 3]);
  expect(gate.counts()).toEqual({ running: 0, waiting: 0, refused: 1 });
  expect(isCrowded()).toBe(false);
  expect(await gate.run(one, async () => "in")).toBe("in");
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
  const running = gate.run(one, first.work);
  await expect(gate.run(one, async () => "late")).rejects.toMatchObject({ code: "unavailable" });
  first.end();
  await running;
  await expect(gate.run(one, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
  expect(gate.counts()).toEqual({ running: 0, waiting: 0, refused: 1 });
});

test("who gives up while waiting leaves the queue, and waiting for another server crowds nobody", async () => {
  const gate = openGate({
    ...{ name: "three", atOnce: 1, waiting: 1, waitMs: 5000 },
    ...{ retryAfterSeconds: 1, message: "server_busy", isPatient: true },
  });
  const first = hold();
  const running = gate.run(one, first.work);
  const leaving = new AbortController();
  const gone = gate.run({ ...one, signal: leaving.signal }, async () => "in");
  expect(gate.counts()).toEqual({ running: 1, waiting: 1, refused: 0 });
  expect(isCrowded()).toBe(false);
  leaving.abort();
  await expect(gone).rejects.toMatchObject({ name: "AbortError" });
  expect(gate.counts()).toEqual({ running: 1, waiting: 0, refused: 0 });
  const next = gate.run({ ...one, signal: new AbortController().signal }, async () => "in");
  first.end();
  expect(await next).toBe("in");
  await running;
  await expect(gate.run({ ...one, signal: AbortSignal.abort() }, async () => "in")).rejects.toMatchObject({
    name: "AbortError",
  });
  expect(gate.counts()).toEqual({ running: 0, waiting: 0, refused: 0 });
});

test("organisations get in in turn, and one that fills the queue makes room for another", async () => {
  const gate = openGate({
    ...{ name: "four", atOnce: 1, waiting: 3, waitMs: 5000 },
    ...{ retryAfterSeconds: 1, message: "server_busy" },
  });
  const first = hold();
  const running = gate.run(one, first.work);
  const order: string[] = [];
  const wait = (turn: typeof one, name: string) => gate.run(turn, async () => void order.push(name));
  const filling = ["a", "b", "c"].map((name) => wait(one, name));
  const refusedOne = expect(filling[2]).rejects.toMatchObject({ code: "unavailable", retryAfterSeconds: 1 });
  const comer = wait(other, "x");
  await refusedOne;
  // Two of one and one of the other wait: nobody has to make room for a second of either.
  await expect(wait(other, "y")).rejects.toMatchObject({ code: "unavailable" });
  await expect(wait(one, "d")).rejects.toMatchObject({ code: "unavailable" });
  expect(gate.counts()).toEqual({ running: 1, waiting: 3, refused: 3 });
  first.end();
  await Promise.all([running, filling[0], filling[1], comer]);
  expect(order).toEqual(["a", "x", "b"]);
});

test("how many get in may change: fewer at once while it is less, and all that wait when it is more again", async () => {
  let most = 2;
  const gate = openGate({
    ...{ name: "five", atOnce: () => most, waiting: Number.POSITIVE_INFINITY, isPatient: true },
    ...{ retryAfterSeconds: 1, message: "server_busy" },
  });
  const held = Array.from({ length: 6 }, hold);
  const running = held.map(({ work }) => gate.run(one, work));
  const endNext = async () => {
    held.shift()?.end();
    await running.shift();
    return gate.counts().running;
  };
  expect(gate.counts()).toEqual({ running: 2, waiting: 4, refused: 0 });
  most = 1;
  expect(await endNext()).toBe(1);
  expect(await endNext()).toBe(1);
  most = 3;
  expect(await endNext()).toBe(3);
  for (const { end } of held) end();
  await Promise.all(running);
  expect(gate.counts()).toEqual({ running: 0, waiting: 0, refused: 0 });
});

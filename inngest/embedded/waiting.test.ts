import { invoke, RetryAfterError } from "inngest";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase } from "../../lib/testing/database.ts";
import { openJobs, type TestJobs, until } from "../../lib/testing/jobs-harness.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let jobs: TestJobs;
beforeAll(async () => {
  database = await createTestDatabase();
  jobs = await openJobs(database.url);
});
afterEach(() => jobs.reset());
afterAll(async () => {
  await jobs.close();
  await database.drop();
});

test("RetryAfterError sets the time of the next attempt", async () => {
  const times: number[] = [];
  await jobs.start((client) => [
    client.createFunction({ id: "later", triggers: { event: "go" } }, ({ step }) =>
      step.run("busy", () => {
        times.push(Date.now());
        if (times.length === 1) throw new RetryAfterError("too many requests", "1s");
      }),
    ),
  ]);
  await jobs.send({ name: "go" });
  await jobs.ended("later");
  expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(900);
});

test("a sleep ends with null; a step that lost a race is waited for, as on Inngest", async () => {
  await jobs.start((client) => [
    client.createFunction({ id: "sleeps", triggers: { event: "go" } }, async ({ step }) => {
      const slept = await step.sleep("short", "1s");
      const first = await Promise.race([step.run("quick", () => "quick"), step.sleep("long", "1s")]);
      return [slept ?? "null", first];
    }),
  ]);
  await jobs.send({ name: "go" });
  expect(await jobs.ended("sleeps")).toMatchObject([{ status: "completed", result: ["null", "quick"] }]);
  expect(await jobs.count("select count(*) from job_task")).toBe(0);
});

test("waitForEvent takes the matching event, or null when its time is over", async () => {
  await jobs.start((client) => [
    client.createFunction({ id: "waits", triggers: { event: "go" } }, async ({ event, step }) => {
      const answer = await step.waitForEvent("answer", { event: "answer", match: "data.id", timeout: event.data.wait });
      return answer ? answer.data.text : "nothing came";
    }),
  ]);
  await jobs.send({ name: "go", data: { id: 1, wait: "1h" } });
  await jobs.send({ name: "go", data: { id: 2, wait: "1s" } });
  await until(async () => (await jobs.count("select count(*) from job_wait")) === 2);
  await jobs.send({ name: "answer", data: { id: 3, text: "for nobody" } });
  await jobs.send({ name: "answer", data: { id: 1, text: "yes" } });
  const runs = await jobs.ended("waits", 2);
  expect(runs.map((run) => run.result).sort()).toEqual(["nothing came", "yes"]);
});

test("an invoked function's result, or its error, comes back to the invoking step", async () => {
  await jobs.start((client) => {
    const double = client.createFunction(
      { id: "double", triggers: [invoke(z.object({ value: z.number() }))], retries: 0 },
      async ({ event, step }) => {
        if (event.data.value < 0) throw new Error("negative");
        return step.run("double", () => event.data.value * 2);
      },
    );
    return [
      double,
      client.createFunction({ id: "asks", triggers: { event: "go" } }, async ({ step }) => {
        const four = await step.invoke("four", { function: double, data: { value: 2 } });
        const caught = await step
          .invoke("negative", { function: double, data: { value: -1 } })
          .catch((error: Error) => error.message);
        return [four, caught];
      }),
    ];
  });
  await jobs.send({ name: "go" });
  expect(await jobs.ended("asks")).toMatchObject([{ status: "completed", result: [4, "negative"] }]);
});

test("sendEvent starts other functions, once even when its step is repeated", async () => {
  let attempts = 0;
  await jobs.start((client) => [
    client.createFunction({ id: "tells", triggers: { event: "go" } }, async ({ step }) => {
      await step.run("send and fail", async () => {
        await client.send([{ name: "told" }, { name: "told" }]);
        if (++attempts < 3) throw new Error("after sending");
      });
      await step.sendEvent("tell", { name: "told", data: { by: "step" } });
    }),
    client.createFunction({ id: "hears", triggers: { event: "told" } }, () => "heard"),
  ]);
  await jobs.send({ name: "go" });
  await jobs.ended("tells");
  expect(await jobs.ended("hears", 3)).toHaveLength(3);
});

test("cancelOn ends a waiting run and nothing else", async () => {
  await jobs.start((client) => [
    client.createFunction(
      { id: "cancels", triggers: { event: "go" }, cancelOn: [{ event: "withdrawn", match: "data.id" }] },
      ({ step }) => step.sleep("long", "1h"),
    ),
  ]);
  await jobs.send({ name: "go", data: { id: "a" } });
  await jobs.send({ name: "go", data: { id: "b" } });
  await until(async () => (await jobs.count("select count(*) from job_task where kind = 'sleep'")) === 2);
  await jobs.send({ name: "withdrawn", data: { id: "a" } });
  await until(async () => (await jobs.runs("cancels")).some((run) => run.status === "cancelled"));
  const runs = await jobs.runs("cancels");
  expect(runs.map((run) => [run.event.data.id, run.status]).sort()).toEqual([
    ["a", "cancelled"],
    ["b", "active"],
  ]);
  expect(await jobs.count("select count(*) from job_task")).toBe(1);
});

test("an event id or an idempotency key that was used starts nothing again", async () => {
  await jobs.start((client) => [
    client.createFunction({ id: "plain", triggers: { event: "go" } }, () => 1),
    client.createFunction({ id: "keyed", triggers: { event: "go" }, idempotency: "event.data.key" }, () => 1),
  ]);
  for (const id of ["one", "one", "two"]) await jobs.send({ name: "go", id, data: { key: "same" } });
  expect(await jobs.ended("plain", 2)).toHaveLength(2);
  expect(await jobs.ended("keyed")).toHaveLength(1);
});

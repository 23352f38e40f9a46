import { setTimeout as sleep } from "node:timers/promises";
import { NonRetriableError } from "inngest";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../lib/testing/database.ts";
import { openJobs, type TestJobs } from "../../lib/testing/jobs-harness.ts";

type FailureEvent = { data: { event: { data: Record<string, unknown> } } };

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

test("a function of several steps runs each step once and keeps its result", async () => {
  const ran: string[] = [];
  await jobs.start((client) => [
    client.createFunction({ id: "add", triggers: { event: "add" } }, async ({ event, step }) => {
      const one = await step.run("one", () => ran.push("one") && event.data.from + 1);
      const two = await step.run("two", () => ran.push("two") && one + 1);
      return step.run("three", () => ran.push("three") && two + 1);
    }),
  ]);
  await jobs.send({ name: "add", data: { from: 1 } });
  const [run] = await jobs.ended("add");
  expect(run).toMatchObject({ status: "completed", result: 4 });
  expect(ran).toEqual(["one", "two", "three"]);
  expect(await jobs.count("select count(*) from job_task")).toBe(0);
});

test("a failing step is retried by itself, with the steps before it remembered", async () => {
  const ran: string[] = [];
  await jobs.start((client) => [
    client.createFunction({ id: "retry", triggers: { event: "go" } }, async ({ step }) => {
      await step.run("before", () => ran.push("before"));
      return step.run("flaky", () => {
        ran.push("flaky");
        if (ran.length < 4) throw new Error("not yet");
        return "at last";
      });
    }),
  ]);
  await jobs.send({ name: "go" });
  expect(await jobs.ended("retry")).toMatchObject([{ status: "completed", result: "at last" }]);
  expect(ran).toEqual(["before", "flaky", "flaky", "flaky"]);
});

test("code outside steps that throws is retried as well", async () => {
  let calls = 0;
  await jobs.start((client) => [
    client.createFunction({ id: "outside", triggers: { event: "go" }, retries: 2 }, async ({ step }) => {
      const value = await step.run("inside", () => "kept");
      if (++calls < 3) throw new Error("not yet");
      return value;
    }),
  ]);
  await jobs.send({ name: "go" });
  expect(await jobs.ended("outside")).toMatchObject([{ status: "completed", result: "kept" }]);
  expect(calls).toBe(3);
});

test("parallel steps run side by side; one failing branch fails the run when nobody catches it", async () => {
  await jobs.start((client) => [
    client.createFunction({ id: "pair", triggers: { event: "pair" } }, ({ step }) =>
      Promise.all([step.run("left", () => sleep(100, "l")), step.run("right", () => sleep(100, "r"))]),
    ),
    client.createFunction({ id: "half", triggers: { event: "half" } }, ({ step }) =>
      Promise.all([
        step.run("good", () => sleep(20)),
        step.run("bad", () => {
          throw new NonRetriableError("bad branch");
        }),
      ]),
    ),
  ]);
  await jobs.send({ name: "pair" });
  await jobs.send({ name: "half" });
  expect(await jobs.ended("pair")).toMatchObject([{ status: "completed", result: ["l", "r"] }]);
  expect(await jobs.ended("half")).toMatchObject([{ status: "failed", error: { message: "bad branch" } }]);
});

test("parallel chains of steps come together, each step once", async () => {
  const ran: string[] = [];
  await jobs.start((client) => [
    client.createFunction({ id: "chains", triggers: { event: "go" } }, async ({ step }) => {
      const note = (name: string) => () => sleep(Math.random() * 20).then(() => ran.push(name) && name);
      const chain = async (name: string) => {
        await step.run(`${name}1`, note(`${name}1`));
        await step.run(`${name}2`, note(`${name}2`));
        return step.run(`${name}3`, note(`${name}3`));
      };
      const ends = await Promise.all(["a", "b", "c", "d"].map(chain));
      return `${ends.join("")}${await step.run("end", note("end"))}`;
    }),
  ]);
  for (let run = 0; run < 5; run++) await jobs.send({ name: "go" });
  const runs = await jobs.ended("chains", 5);
  expect(runs.map((run) => run.result)).toEqual(Array(5).fill("a3b3c3d3end"));
  expect(ran).toHaveLength(5 * 13);
});

test("a final step error can be caught by the function", async () => {
  await jobs.start((client) => [
    client.createFunction({ id: "catches", triggers: { event: "go" }, retries: 1 }, async ({ step }) => {
      const caught = await step
        .run("bad", () => {
          throw new Error("half an emoji: \ud83d and a \0");
        })
        .catch((error: Error) => error.message);
      return step.run("after", () => caught);
    }),
  ]);
  await jobs.send({ name: "go" });
  expect(await jobs.ended("catches")).toMatchObject([
    { status: "completed", result: "half an emoji: \ufffd and a \0" },
  ]);
});

test("onFailure gets the error and the first event, once the attempts are used up", async () => {
  const heard: unknown[] = [];
  await jobs.start((client) => [
    client.createFunction(
      {
        id: "fails",
        triggers: { event: "go" },
        retries: 1,
        onFailure: ({ event, error }: { event: FailureEvent; error: Error }) => {
          heard.push([event.data.event.data, error.message]);
        },
      },
      ({ step }) =>
        step.run("bad", () => {
          throw new Error("broken");
        }),
    ),
  ]);
  await jobs.send({ name: "go", data: { resumeId: "r1" } });
  await jobs.ended("fails-failure");
  expect(heard).toEqual([[{ resumeId: "r1" }, "broken"]]);
});

test("what needs an Inngest server fails its run with a clear message", async () => {
  await jobs.start((client) => [
    client.createFunction({ id: "signals", triggers: { event: "go" } }, ({ step }) =>
      step.waitForSignal("signal", { signal: "s", timeout: "1m" }),
    ),
    client.createFunction({ id: "greedy", triggers: { event: "go" } }, ({ step }) =>
      step.run("all of it", () => "x".repeat(5 * 1024 * 1024)),
    ),
  ]);
  await jobs.send({ name: "go" });
  expect(await jobs.ended("signals")).toMatchObject([
    { status: "failed", error: { message: "WaitForSignal is not supported by the embedded jobs" } },
  ]);
  expect(await jobs.ended("greedy")).toMatchObject([
    { status: "failed", error: { message: "Step all of it returned more than 4 MB" } },
  ]);
});

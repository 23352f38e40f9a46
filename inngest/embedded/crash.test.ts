import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../lib/testing/database.ts";
import { openJobs, type TestJobs, until } from "../../lib/testing/jobs-harness.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let jobs: TestJobs;
const children: ChildProcessByStdio<null, Readable, null>[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  jobs = await openJobs(database.url);
  await jobs.pool.query("create table ledger (run_id text, step text, primary key (run_id, step))");
  await jobs.pool.query("create table attempt (run_id text, step text, worker text, at timestamptz default now())");
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  await jobs.reset();
  await jobs.pool.query("truncate ledger, attempt");
});
afterAll(async () => {
  await jobs.close();
  await database.drop();
});

test("15 times kill -9 loses no run and repeats no effect", { timeout: 80_000 }, async () => {
  const events = await sendWork(300);
  for (let kill = 0; kill < 15; kill++) {
    const child = await startChild({ STEP_MS: "20", WORKER: `${kill}` });
    // Long enough for every task it took first to get one step further: three deaths without that fail a run.
    await until(async () => (await jobs.count(`select count(*) from attempt where worker = '${kill}'`)) > 20);
    await sleep(Math.random() * 200);
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  expect(await jobs.count("select count(*) from job_run where status = 'active'"), "kills hit work").toBeGreaterThan(0);
  // The same events once more start nothing.
  await jobs.pool.query("update job_event set dispatched_at = null where name = 'work'");
  await startChild();
  await allDone(events);
  await expectExactLedger(events);
});

test("two processes share the work, and do none of it twice", { timeout: 40_000 }, async () => {
  await Promise.all([startChild({ WORKER: "a" }), startChild({ WORKER: "b" })]);
  const events = await sendWork(200);
  await allDone(events);
  await expectExactLedger(events);
  expect(
    await jobs.count("select count(*) from (select from attempt group by run_id, step having count(*) > 1) twice"),
  ).toBe(0);
  const share = await jobs.count("select count(*) from attempt where worker = 'a'");
  const all = await jobs.count("select count(*) from attempt");
  expect(share / all).toBeGreaterThan(0.2);
  expect(share / all).toBeLessThan(0.8);
});

test("a process that slept through its lease cannot write over the one that took its place", {
  timeout: 40_000,
}, async () => {
  const zombie = await startChild({ WORKER: "zombie", STEP_MS: "100" });
  const events = await sendWork(40);
  await until(async () => (await jobs.count("select count(*) from attempt")) > 20);
  zombie.kill("SIGSTOP");
  await startChild({ WORKER: "heir" });
  await allDone(events, 30);
  zombie.kill("SIGCONT");
  await sleep(500);
  await allDone(events);
  await expectExactLedger(events);
});

test("work of a killed process is taken up at once by the next on the same machine", async () => {
  const child = await startChild({ LEASE_SECONDS: "60", STEP_MS: "500" });
  const events = await sendWork(5);
  await until(async () => (await jobs.count("select count(*) from attempt")) >= 5);
  child.kill("SIGKILL");
  await once(child, "exit");
  const restarted = Date.now();
  await startChild({ LEASE_SECONDS: "60" });
  await allDone(events);
  expect(Date.now() - restarted).toBeLessThan(10_000);
});

test("a run that kills its process three times is failed, and the rest goes on", { timeout: 40_000 }, async () => {
  await jobs.send({ name: "poison", data: {} });
  for (let kill = 0; kill < 3; kill++) await once(await startChild(), "exit");
  await startChild();
  const [run] = await jobs.ended("poison");
  expect(run).toMatchObject({ status: "failed", error: { name: "WorkerDied" } });
  const events = await sendWork(5);
  await allDone(events);
});

test("SIGTERM finishes what is under way and leaves no lease behind", async () => {
  const child = await startChild({ STEP_MS: "300", LEASE_SECONDS: "60" });
  await sendWork(20);
  await until(async () => (await jobs.count("select count(*) from attempt")) >= 5);
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect(code).toBe(0);
  expect(await jobs.count("select count(*) from job_task where lease_token is not null or crashes > 0")).toBe(0);
});

async function startChild(settings: Record<string, string> = {}) {
  const child = spawn(process.execPath, ["lib/testing/jobs-child.ts"], {
    env: { ...process.env, DATABASE_URL: database.url, ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  await Promise.race([
    once(child.stdout, "data"),
    once(child, "exit").then(([code, signal]) => {
      if (signal !== "SIGKILL") throw new Error(`The child ended with ${code}`);
    }),
  ]);
  return child;
}

/** Every fifth run invokes another function, every seventh sends an event that starts one. */
async function sendWork(count: number) {
  const events = Array.from({ length: count }, (_, place) => ({
    name: "work",
    data: { invokes: place % 5 === 0, sends: place % 7 === 0 },
  }));
  for (const event of events) await jobs.send(event);
  return events;
}

type SentWork = Awaited<ReturnType<typeof sendWork>>;

async function allDone(events: SentWork, timeoutSeconds = 40) {
  await until(async () => {
    const ended = await jobs.count(
      "select count(*) from job_run where function_id = 'test-work' and status <> 'active'",
    );
    const open = await jobs.count("select count(*) from job_task");
    const waiting = await jobs.count("select count(*) from job_event where dispatched_at is null");
    return ended === events.length && open === 0 && waiting === 0;
  }, timeoutSeconds * 1000);
}

async function expectExactLedger(events: SentWork) {
  const invoked = events.filter((event) => event.data.invokes).length;
  const sent = events.filter((event) => event.data.sends).length;
  const { rows: failed } = await jobs.pool.query("select error ->> 'message' from job_run where status <> 'completed'");
  expect(failed).toEqual([]);
  expect(await jobs.count("select count(*) from job_run")).toBe(events.length + invoked + sent);
  expect(await jobs.count("select count(*) from ledger")).toBe(events.length * 4 + invoked + sent);
  expect(await jobs.count("select count(*) from job_step")).toBe(events.length * 4 + invoked * 2 + sent * 2);
  expect(
    await jobs.count(
      "select count(*) from job_run where function_id = 'test-work' and result #>> '{}' not similar to 'first,second,(only)?,left,right'",
    ),
  ).toBe(0);
}

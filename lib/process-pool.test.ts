import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createProcessPool, type PoolOptions, type ProcessPool, QueueFullError } from "./process-pool";

const workerFile = path.join(process.cwd(), "node_modules", ".cache", "process-pool-test", "unruly-worker.mjs");
const pools: ProcessPool[] = [];

beforeAll(() =>
  build({
    entryPoints: [path.join(import.meta.dirname, "testing", "unruly-worker.ts")],
    ...{ outfile: workerFile, bundle: true, platform: "node", format: "esm", logLevel: "error" },
  }),
);
afterAll(() => Promise.all(pools.map((pool) => pool.close())));

function openPool(options: Partial<PoolOptions> = {}) {
  const limits = { processes: 1, timeoutMs: 4000, heapMegabytes: 96, maxMegabytes: 400 };
  const pool = createProcessPool({ workerFile, ...limits, ...options });
  pools.push(pool);
  return (what: string, turn?: "urgent" | "patient") => pool.run<unknown>("do", { what }, turn);
}

// Where the system does not tell how much memory a process holds, its time ends it.
const outside = process.platform === "linux" ? "memory_limit" : "time_limit";

test.each([
  ["loop", "time_limit"],
  ["grow", "memory_limit"],
  ["leap", "memory_limit"],
  ["pixels", outside],
  ["crash", "internal"],
  ["fail", "internal"],
])("a task that would %s loses its own process by its %s; the next has a new one", async (what, reason) => {
  const ask = openPool();
  const first = await ask("fine");
  expect(await ask(what)).toEqual({ ok: false, reason });
  const next = await ask("fine");
  expect(next).toEqual(expect.any(Number));
  expect(next).not.toBe(first);
});

test.skipIf(process.platform !== "linux")("no task is blamed for the memory that others left behind", async () => {
  const ask = openPool({ maxMegabytes: 300 });
  expect([await ask("leave"), await ask("leave")]).toEqual([1, 1]);
});

test("a process does one task at a time, what is urgent first and what is patient last", async () => {
  const ask = openPool();
  const done: string[] = [];
  const note = (name: string) => () => done.push(name);
  await Promise.all([
    ask("slow").then(note("first")),
    ask("fine", "patient").then(note("patient")),
    ask("slow").then(note("second")),
    ask("fine", "urgent").then(note("urgent")),
  ]);
  expect(done).toEqual(["first", "urgent", "second", "patient"]);
});

test("waiting does not count as time, and a full queue refuses", async () => {
  const ask = openPool({ timeoutMs: 2000, maxQueue: 8 });
  await ask("fine");
  const accepted = Array.from({ length: 9 }, () => ask("slow"));
  await expect(ask("slow")).rejects.toBeInstanceOf(QueueFullError);
  expect(await Promise.all(accepted)).toEqual(Array(9).fill("slow"));
});

test("an idle process ends, but for those that are kept", async () => {
  const [ask, keep] = [openPool({ idleMs: 50 }), openPool({ idleMs: 50, kept: 1 })];
  const [first, kept] = [await ask("fine"), await keep("fine")];
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await ask("fine")).not.toBe(first);
  expect(await keep("fine")).toBe(kept);
});

test("closing answers what waits", async () => {
  const ask = openPool();
  const waiting = [ask("slow"), ask("slow")];
  await pools.at(-1)?.close();
  expect(await Promise.all(waiting)).toEqual(Array(2).fill({ ok: false, reason: "internal" }));
  expect(await ask("fine")).toEqual({ ok: false, reason: "internal" });
});

test("nothing of the server's environment reaches a worker", async () => {
  process.env.PROCESS_POOL_TEST = "s3cret";
  expect(await openPool()("environment")).not.toContain("s3cret");
});

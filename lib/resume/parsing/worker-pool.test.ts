import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildWorker } from "./fixtures/build-worker";
import { makePdf } from "./fixtures/make-pdf";
import { createParsePool, type ParsePool, QueueFullError } from "./worker-pool";

const folder = path.join(process.cwd(), "node_modules", ".cache", "parse-worker-test");
const task = { bytes: makePdf([[{ text: "Jane Miller", x: 60, y: 60 }]]), fileName: "a.pdf", asOf: "2026-11-21" };
const pools: ParsePool[] = [];

beforeAll(async () => {
  const bundle = JSON.stringify(await buildWorker(folder));
  writeFileSync(
    path.join(folder, "unruly-worker.mjs"),
    `import parse from ${bundle};
    export default (task) => {
      if (task.fileName === "loop.txt") for (;;);
      if (task.fileName === "slow.txt") return new Promise((resolve) => setTimeout(() => resolve({ ok: false, reason: "no_text" }), 300));
      if (task.fileName === "grow.txt") { const kept = []; for (;;) kept.push(new Array(100000).fill(Math.random())); }
      return parse(task);
    };`,
  );
});

afterAll(() => Promise.all(pools.map((pool) => pool.close())));

function openPool(file: string, options: { timeoutMs?: number; maxQueue?: number } = {}): ParsePool {
  const pool = createParsePool({
    workerFile: path.join(folder, file),
    threads: 1,
    maxOldGenerationSizeMb: 96,
    ...options,
  });
  pools.push(pool);
  return pool;
}

test("the bundled worker parses, and bad files come back with their reason", async () => {
  const pool = openPool("parse-worker.mjs");
  expect(await pool.parse(task)).toMatchObject({ ok: true, profile: { name: { value: "Jane Miller" } } });
  expect(await pool.parse({ ...task, bytes: new Uint8Array() })).toEqual({ ok: false, reason: "empty_file" });
});

test("a task over its time or memory loses its worker; the next one works", async () => {
  const pool = openPool("unruly-worker.mjs", { timeoutMs: 3000 });
  const bytes = Buffer.from("x");
  expect(await pool.parse({ ...task, bytes, fileName: "loop.txt" })).toEqual({ ok: false, reason: "time_limit" });
  expect(await pool.parse(task)).toMatchObject({ ok: true });
  expect(await pool.parse({ ...task, bytes, fileName: "grow.txt" })).toEqual({ ok: false, reason: "memory_limit" });
  expect(await pool.parse(task)).toMatchObject({ ok: true });
});

test("waiting in the queue does not count as time, and a full queue refuses", async () => {
  const pool = openPool("unruly-worker.mjs", { timeoutMs: 2000, maxQueue: 2 });
  await pool.parse(task);
  const slow = { ...task, fileName: "slow.txt" };
  const accepted = [pool.parse(slow), pool.parse(slow), pool.parse(slow)];
  await expect(pool.parse(slow)).rejects.toBeInstanceOf(QueueFullError);
  expect(await Promise.all(accepted)).toEqual(Array(3).fill({ ok: false, reason: "no_text" }));
});

test("a photo that nobody waits for is looked for behind files that came later", async () => {
  const pool = openPool("unruly-worker.mjs");
  const slow = { ...task, fileName: "slow.txt" };
  const order: string[] = [];
  const note = (name: string) => () => order.push(name);
  await Promise.all([
    pool.parse(slow).then(note("first")),
    pool.findPhoto(task, { isPatient: true }).then(note("photo")),
    pool.parse(slow).then(note("second")),
    pool.parse(slow).then(note("third")),
  ]);
  expect(order).toEqual(["first", "second", "third", "photo"]);
});

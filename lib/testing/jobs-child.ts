import { setTimeout as sleep } from "node:timers/promises";
import type { InngestFunction } from "inngest";
import pg from "pg";
import { createEmbeddedClient } from "../../inngest/embedded/embedded-client.ts";
import { startEmbeddedJobs } from "../../inngest/embedded/start.ts";

/*
 * A process to be killed: `node lib/testing/jobs-child.ts`. Each effect is written once per run and step (`ledger`),
 * each attempt at one every time (`attempt`).
 */
const connectionString = process.env.DATABASE_URL ?? "";
const worker = process.env.WORKER ?? "";
const stepMs = Number(process.env.STEP_MS ?? 5);
const pool = new pg.Pool({ connectionString, max: 5 });
pool.on("error", () => undefined);

async function effect(runId: string, step: string) {
  await pool.query("insert into attempt (run_id, step, worker) values ($1, $2, $3)", [runId, step, worker]);
  await sleep(stepMs * (0.5 + Math.random()));
  await pool.query("insert into ledger (run_id, step) values ($1, $2) on conflict do nothing", [runId, step]);
  return step;
}

const client = createEmbeddedClient({ id: "test" });
const add = client.createFunction({ id: "child", triggers: { event: "child" } }, async ({ runId, step }) =>
  step.run("only", () => effect(runId, "only")),
);
const work = client.createFunction({ id: "work", triggers: { event: "work" } }, async ({ event, runId, step }) => {
  const first = await step.run("first", () => effect(runId, "first"));
  const second = await step.run("second", () => effect(runId, "second"));
  const invoked = event.data.invokes ? await step.invoke("invoke", { function: add, data: {} }) : null;
  const [left, right] = await Promise.all([
    step.run("left", () => effect(runId, "left")),
    step.run("right", () => effect(runId, "right")),
  ]);
  if (event.data.sends) await step.sendEvent("send", { name: "child", data: { from: runId } });
  return [first, second, invoked, left, right].join();
});
// Takes its process down every time.
const poison = client.createFunction({ id: "poison", triggers: { event: "poison" } }, async ({ step }) =>
  step.run("die", () => process.kill(process.pid, "SIGKILL")),
);

const functions: InngestFunction.Any[] = [work, add, poison];
const jobs = await startEmbeddedJobs({
  ...{ connectionString, client, functions, concurrency: Number(process.env.CONCURRENCY ?? 10), pollMs: 50 },
  leaseSeconds: Number(process.env.LEASE_SECONDS ?? 2),
  backOff: () => 20,
});
process.stdout.write("ready\n");
process.on("SIGTERM", async () => {
  await jobs.stop({ timeoutMs: 5000 });
  process.exit(0);
});

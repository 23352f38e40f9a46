import { setTimeout as sleep } from "node:timers/promises";
import { invoke, NonRetriableError } from "inngest";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase } from "../../lib/testing/database.ts";
import { openJobs, type TestJobs, until } from "../../lib/testing/jobs-harness.ts";

/*
 * Random functions under a random fault plan end as they would without faults, every effect done once.
 */

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

type Node =
  | { kind: "step"; name: string; failures: number }
  | { kind: "fatal"; name: string }
  | { kind: "invoke"; name: string; value: number }
  | { kind: "sequence" | "parallel"; children: Node[] };

type StepTools = {
  run: (name: string, work: () => Promise<string>) => Promise<string>;
  invoke: (name: string, value: number) => Promise<string>;
};

test("30 random functions, with failing steps and dying connections, by two workers", { timeout: 60_000 }, async () => {
  const seed = Math.floor(Math.random() * 2 ** 31);
  const random = mulberry32(seed);
  const trees = Array.from({ length: 30 }, () => makeTree(random, 3));
  const done = new Map<string, number>();
  const failedSoFar = new Map<string, number>();

  const effect = async (key: string, failures: number) => {
    await sleep(random() * 10);
    const failed = failedSoFar.get(key) ?? 0;
    if (failed < failures) {
      failedSoFar.set(key, failed + 1);
      throw new Error("planned failure");
    }
    done.set(key, (done.get(key) ?? 0) + 1);
  };
  const define: Parameters<TestJobs["start"]>[0] = (client) => {
    const invoked = client.createFunction(
      { id: "invoked", triggers: [invoke(z.object({ value: z.number() }))] },
      ({ event, runId, step }) =>
        step.run("only", async () => {
          await effect(runId, 1);
          return `invoked ${event.data.value}`;
        }),
    );
    return [
      invoked,
      client.createFunction({ id: "tree", triggers: { event: "tree" } }, ({ event, step }) => {
        const place: number = event.data.place;
        const tree = trees[place];
        if (!tree) throw new NonRetriableError("no such tree");
        return perform(
          tree,
          {
            run: (name, work) => step.run(name, work),
            invoke: (name, value) => step.invoke(name, { function: invoked, data: { value } }),
          },
          (node) => effect(`${place} ${node.name}`, node.failures),
        );
      }),
    ];
  };
  const options = { backOff: () => Math.floor(random() * 30) };
  await Promise.all([jobs.start(define, options), jobs.start(define, options)]);
  for (const place of trees.keys()) await jobs.send({ name: "tree", data: { place } });
  for (let kill = 0; kill < 5; kill++) {
    await sleep(100);
    await jobs.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'hireglass-jobs' and datname = current_database() and pid % 2 = $1`,
      [kill % 2],
    );
  }

  const runs = await jobs.ended("tree", trees.length);
  for (const run of runs) {
    const tree = trees[Number(run.event.data.place)];
    if (!tree) throw new Error("A run of no tree");
    const expected = await perform(
      tree,
      { run: (_, work) => work(), invoke: async (_, value) => `invoked ${value}` },
      async () => undefined,
    );
    expect({ seed, place: run.event.data.place, status: run.status, result: run.result }).toEqual({
      ...{ seed, place: run.event.data.place, status: "completed", result: expected },
    });
  }
  await until(async () => (await jobs.count("select count(*) from job_task")) === 0);
  const steps = trees.flatMap(listSteps);
  // A connection that dies after an effect repeats it: recorded once, done at least once.
  expect(done.size, `seed ${seed}`).toBe(steps.length);
  expect(await jobs.count("select count(*) from job_run where status = 'completed'")).toBe(
    trees.length + steps.filter((node) => node.kind === "invoke").length,
  );
});

async function perform(
  node: Node,
  step: StepTools,
  work: (node: { name: string; failures: number }) => Promise<void>,
): Promise<string> {
  switch (node.kind) {
    case "step":
      return step.run(node.name, () => work(node).then(() => node.name));
    case "fatal":
      return step
        .run(node.name, async () => {
          throw new NonRetriableError(`fatal ${node.name}`);
        })
        .catch((error: Error) => `caught ${error.message}`);
    case "invoke":
      return step.invoke(node.name, node.value);
    case "parallel":
      return (await Promise.all(node.children.map((child) => perform(child, step, work)))).join("|");
    case "sequence": {
      const results: string[] = [];
      for (const child of node.children) results.push(await perform(child, step, work));
      return results.join(",");
    }
  }
}

function listSteps(node: Node): (Node & { name: string })[] {
  if ("children" in node) return node.children.flatMap(listSteps);
  return node.kind === "fatal" ? [] : [node];
}

function makeTree(random: () => number, depth: number, name = "n"): Node {
  const dice = random();
  const children = (count: number) =>
    Array.from({ length: count }, (_, i) => makeTree(random, depth - 1, `${name}${i}`));
  if (depth > 0 && (dice < 0.3 || name === "n"))
    return { kind: "sequence", children: children(2 + Math.floor(random() * 2)) };
  if (depth > 0 && dice < 0.55) return { kind: "parallel", children: children(2 + Math.floor(random() * 2)) };
  if (dice < 0.65) return { kind: "invoke", name, value: Math.floor(random() * 100) };
  if (dice < 0.72) return { kind: "fatal", name };
  return { kind: "step", name, failures: random() < 0.3 ? 1 + Math.floor(random() * 2) : 0 };
}

/** A small generator of repeatable random numbers. */
function mulberry32(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../lib/testing/database.ts";
import { openJobs, type TestJobs } from "../../lib/testing/jobs-harness.ts";
import { enqueueAll } from "../outbox.ts";

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

test("concurrency limits hold over two workers, in all and per key", async () => {
  const running = { all: 0, peak: 0, perKey: new Map<string, number>(), keyPeak: 0 };
  const define = (client: Parameters<Parameters<TestJobs["start"]>[0]>[0]) => [
    client.createFunction(
      { id: "narrow", triggers: { event: "go" }, concurrency: [{ limit: 5 }, { limit: 2, key: "event.data.key" }] },
      ({ event, step }) =>
        step.run("work", async () => {
          const key: string = event.data.key;
          running.all += 1;
          running.perKey.set(key, (running.perKey.get(key) ?? 0) + 1);
          running.peak = Math.max(running.peak, running.all);
          running.keyPeak = Math.max(running.keyPeak, ...running.perKey.values());
          await sleep(20);
          running.all -= 1;
          running.perKey.set(key, (running.perKey.get(key) ?? 0) - 1);
        }),
    ),
    client.createFunction({ id: "wide", triggers: { event: "other" } }, () => "not held up"),
  ];
  const workers = await Promise.all([jobs.start(define), jobs.start(define)]);
  for (let run = 0; run < 60; run++) await jobs.send({ name: "go", data: { key: "abc"[run % 3] } });
  await jobs.send({ name: "other" });
  await jobs.ended("wide");
  expect((await jobs.runs("narrow")).some((run) => run.status === "active")).toBe(true);
  await jobs.ended("narrow", 60);
  expect(running.peak).toBe(5);
  expect(running.keyPeak).toBe(2);
  for (const { jobs: worker } of workers) expect(worker.stats().completed).toBeGreaterThan(0);
});

test("one backlog does not hold up another function", async () => {
  await jobs.start(
    (client) => [
      client.createFunction({ id: "bulk", triggers: { event: "bulk" } }, () => sleep(20)),
      client.createFunction({ id: "urgent", triggers: { event: "urgent" } }, () => "done"),
    ],
    { concurrency: 2 },
  );
  await enqueueAll(jobs.pool, [...Array(200).fill({ name: "bulk" }), { name: "urgent" }]);
  await jobs.ended("urgent");
  expect((await jobs.runs("bulk")).filter((run) => run.status === "active").length).toBeGreaterThan(50);
});

test("connections that die in mid flight cost neither the process nor a run", async () => {
  const ran = new Map<string, number>();
  await jobs.start((client) => [
    client.createFunction({ id: "sturdy", triggers: { event: "go" } }, async ({ runId, step }) => {
      for (const name of ["one", "two", "three"]) {
        await step.run(name, () =>
          sleep(5).then(() => ran.set(`${runId}${name}`, (ran.get(`${runId}${name}`) ?? 0) + 1).size),
        );
      }
    }),
  ]);
  for (let run = 0; run < 150; run++) await jobs.send({ name: "go" });
  for (let kill = 0; kill < 10; kill++) {
    await sleep(50);
    await jobs.pool.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name like 'hireglass-jobs%' and datname = current_database()",
    );
  }
  const runs = await jobs.ended("sturdy", 150);
  expect(runs.every((run) => run.status === "completed")).toBe(true);
  expect(await jobs.count("select count(*) from job_step")).toBe(450);
});

test("jobs without any function start and stop", async () => {
  const { jobs: none } = await jobs.start(() => []);
  await none.stop();
});

test("while the database is away nothing ends, and when it is back the work goes on", async () => {
  const proxy = await openProxy(database.url);
  await jobs.start(
    (client) => [
      client.createFunction({ id: "patient", triggers: { event: "go" } }, async ({ step }) => {
        await step.run("one", () => sleep(100));
        return step.run("two", () => "done");
      }),
    ],
    { connectionString: proxy.url },
  );
  for (let run = 0; run < 20; run++) await jobs.send({ name: "go" });
  await sleep(150);
  await proxy.close();
  for (let run = 0; run < 5; run++) await jobs.send({ name: "go" });
  await sleep(1500);
  await proxy.open();
  const runs = await jobs.ended("patient", 25);
  expect(runs.every((run) => run.status === "completed")).toBe(true);
});

/** A way to the database that can be cut and mended. */
async function openProxy(databaseUrl: string) {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    const upstream = connect(Number(target.port), target.hostname);
    for (const end of [socket, upstream]) {
      sockets.add(end);
      end.on("error", () => undefined);
      end.on("close", () => [socket, upstream].map((other) => other.destroy()));
    }
    socket.pipe(upstream).pipe(socket);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const url = new URL(databaseUrl);
  url.port = String(port);
  return {
    url: url.href,
    close: async () => {
      server.close();
      for (const socket of sockets) socket.destroy();
      sockets.clear();
      await sleep(10);
    },
    open: async () => {
      server.listen(port, "127.0.0.1");
      await once(server, "listening");
    },
  };
}

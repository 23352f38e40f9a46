import { randomUUID } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { PrismaClient } from "@/generated/prisma/client";
import { createTestDatabase } from "../lib/testing/database.ts";
import { openJobs, type TestJobs } from "../lib/testing/jobs-harness.ts";
import { drainOutbox } from "./drain-outbox.ts";
import { resumeReceived } from "./events.ts";
import { enqueue } from "./outbox.ts";
import { countJobs, listJobRuns } from "./stats.ts";

let database: Awaited<ReturnType<typeof createTestDatabase>>;
let jobs: TestJobs;
let prisma: PrismaClient;
beforeAll(async () => {
  database = await createTestDatabase();
  jobs = await openJobs(database.url);
  prisma = new PrismaClient({ adapter: new PrismaPg({ connectionString: database.url }) });
});
afterEach(() => jobs.reset());
afterAll(async () => {
  await prisma.$disconnect();
  await jobs.close();
  await database.drop();
});

const ids = { organisationId: randomUUID(), resumeId: randomUUID() };

test("an event exists if, and only if, its transaction was committed", async () => {
  await prisma.$transaction((tx) => enqueue(tx, resumeReceived.create(ids, { id: "kept" })));
  const undone = prisma.$transaction(async (tx) => {
    await enqueue(tx, resumeReceived.create(ids, { id: "undone" }));
    throw new Error("undo");
  });
  await expect(undone).rejects.toThrow("undo");
  const events = await prisma.jobEvent.findMany();
  expect(events).toMatchObject([
    { id: "kept", name: "resume/received", organisationId: ids.organisationId, payload: { id: "kept", data: ids } },
  ]);
});

test("an id is taken once, over node-postgres as over Prisma", async () => {
  await enqueue(prisma, resumeReceived.create(ids, { id: "same" }));
  await enqueue(jobs.pool, resumeReceived.create(ids, { id: "same" }));
  expect(await prisma.jobEvent.count()).toBe(1);
});

test("data that does not fit the event's schema is refused", async () => {
  const event = resumeReceived.create({ ...ids, resumeId: "not an id" });
  await expect(enqueue(prisma, event)).rejects.toThrow();
  expect(await prisma.jobEvent.count()).toBe(0);
});

test("the outbox is drained to Inngest once, in order, by two senders at a time", async () => {
  for (let place = 0; place < 30; place++) await enqueue(prisma, { name: "go", id: `${place}`, data: { place } });
  const sent: string[] = [];
  const client = {
    send: async (events: unknown) => {
      for (const event of [events].flat()) sent.push(String(Reflect.get(Object(event), "id")));
      return { ids: [] };
    },
  };
  const drain = () => drainOutbox({ pool: jobs.pool, client, batchSize: 10 });
  const counts = await Promise.all([drain(), drain(), drain().then(drain)]);
  expect(counts.reduce((sum, count) => sum + count)).toBeLessThanOrEqual(30);
  await drain();
  expect(sent.toSorted((a, b) => Number(a) - Number(b))).toEqual(Array.from({ length: 30 }, (_, place) => `${place}`));
  expect(await prisma.jobEvent.count({ where: { dispatchedAt: null } })).toBe(0);
});

test("events that could not be sent stay in the outbox", async () => {
  await enqueue(prisma, { name: "go" });
  const client = { send: () => Promise.reject(new Error("Inngest is away")) };
  await expect(drainOutbox({ pool: jobs.pool, client })).rejects.toThrow("away");
  expect(await prisma.jobEvent.count({ where: { dispatchedAt: null } })).toBe(1);
});

test("the numbers tell what is queued, waiting and failed, and which runs there were", async () => {
  await enqueue(prisma, { name: "fail" });
  expect(await countJobs(prisma)).toMatchObject({ undispatchedEvents: 1, queued: 0 });
  await jobs.start((client) => [
    client.createFunction({ id: "fails", triggers: { event: "fail" }, retries: 0 }, () => {
      throw new TypeError("no");
    }),
    client.createFunction({ id: "sleeps", triggers: { event: "fail" } }, ({ step }) => step.sleep("long", "1h")),
  ]);
  await jobs.ended("fails");
  await expect.poll(() => countJobs(prisma)).toMatchObject({ failed: 1, waiting: 1, queued: 0, undispatchedEvents: 0 });
  const runs = await listJobRuns({ status: "failed" }, prisma);
  expect(runs).toMatchObject([{ functionId: "test-fails", errorName: "TypeError", isRunning: false, stepsDone: 0 }]);
});

import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../lib/testing/database.ts";
import { openJobs, type TestJobs } from "../../lib/testing/jobs-harness.ts";
import { latestSlot, parseCron } from "./cron.ts";
import { startCronRuns } from "./cron-slots.ts";
import { createEmbeddedClient } from "./embedded-client.ts";
import { createFunctionHandler, discoverFunctions } from "./function-handler.ts";
import { pruneHistory } from "./prune-history.ts";

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

test.each([
  ["*/15 * * * *", "2026-03-01T10:45:00Z", true],
  ["*/15 * * * *", "2026-03-01T10:46:00Z", false],
  ["0 9-17/4 * * mon-fri", "2026-03-02T13:00:00Z", true],
  ["0 9-17/4 * * mon-fri", "2026-03-01T13:00:00Z", false],
  ["TZ=Asia/Shanghai 30 9 * * *", "2026-03-01T01:30:00Z", true],
  ["0 0 1 * 7", "2026-03-08T00:00:00Z", true],
  ["0 0 1 jan,jul *", "2026-07-01T00:00:00Z", true],
  ["0 0 1 jan,jul *", "2026-03-01T00:00:00Z", false],
])("%s at %s: %s", (text, date, expected) => {
  expect(parseCron(text).matches(new Date(date))).toBe(expected);
});

test.each(["* * * *", "60 * * * *", "* * 0 * *", "*/0 * * * *", "5-1 * * * *", "x * * * *"])(
  "%s is refused",
  (text) => {
    expect(() => parseCron(text)).toThrow("five-field cron");
  },
);

test("of several missed slots the latest counts", () => {
  const slot = latestSlot(parseCron("*/5 * * * *"), new Date("2026-03-01T10:00:00Z"), new Date("2026-03-01T10:14:30Z"));
  expect(slot?.toISOString()).toBe("2026-03-01T10:10:00.000Z");
});

test("a slot starts one run, however many processes see it come", async () => {
  const client = createEmbeddedClient({ id: "test" });
  const hourly = client.createFunction({ id: "hourly", triggers: { cron: "0 * * * *" } }, () => "done");
  const functions = await discoverFunctions(createFunctionHandler(client, [hourly]));
  const tick = (since: string, now: string) =>
    startCronRuns({ pool: jobs.pool, functions, since: new Date(since), now: new Date(now) });
  const seen = await Promise.all([
    tick("2026-03-01T09:59:59Z", "2026-03-01T10:00:00Z"),
    tick("2026-03-01T09:59:58Z", "2026-03-01T10:00:01Z"),
  ]);
  expect(seen.toSorted()).toEqual([0, 1]);
  expect(await tick("2026-03-01T10:59:59Z", "2026-03-01T11:00:00Z")).toBe(1);
  expect(await jobs.runs("hourly")).toMatchObject([
    { event: { name: "inngest/scheduled.timer", ts: Date.parse("2026-03-01T10:00:00Z") } },
    { event: { ts: Date.parse("2026-03-01T11:00:00Z") } },
  ]);
});

test("ended runs are forgotten after 7 days, failed ones after 30, running ones never", async () => {
  await jobs.pool.query(`
    insert into job_run (id, function_id, event, status, finished_at, created_at)
    select status || days, 'f', '{}', status::job_run_status, case when status <> 'active' then now() - days * interval '1 day' end, now() - interval '60 days'
    from unnest(array['completed', 'failed', 'cancelled', 'active']) status, unnest(array[6, 8, 31]) days`);
  await jobs.pool.query("insert into job_step (run_id, step_id, name, memo) select id, 's', 's', '{}' from job_run");
  await pruneHistory(jobs.pool);
  const left = await jobs.runs();
  expect(left.map((run) => run.id).sort()).toEqual([
    ...["active31", "active6", "active8", "cancelled6", "completed6", "failed6", "failed8"],
  ]);
  expect(await jobs.count("select count(*) from job_step")).toBe(7);
});

import { randomUUID } from "node:crypto";
import { mixedFiles } from "../../lib/testing/resume-files";
import { testSecret } from "../support/app";
import { expect, test } from "../support/own-app";

test("two servers on one database share the work, and one takes over from the other that hangs", async ({ own }) => {
  test.setTimeout(120_000);
  const first = await own.start();
  const second = await own.start({ env: { DATABASE_URL: first.databaseUrl, NEXTAUTH_SECRET: testSecret } });
  const { people, id: organisationId } = await own.makeOrganisation(first);
  const pool = own.connect(first);
  const apis = [own.api(first, people.recruiter.token), own.api(second, people.recruiter.token)] as const;

  // One session holds for both: half of the files goes to each.
  const batchId = randomUUID();
  const files = mixedFiles(60, 4000);
  await Promise.all(
    files.map(({ name, bytes }, index) => apis[index % 2 === 0 ? 0 : 1].upload(name, bytes, { batchId })),
  );
  const group = first.launcher.pid ?? 0;
  process.kill(-group, "SIGSTOP");
  try {
    await expect
      .poll(
        async () =>
          (await pool.query("select count(*)::int as count from resume where state = 'COMPLETED'")).rows[0].count,
        {
          timeout: 60_000,
        },
      )
      .toBe(60);
  } finally {
    process.kill(-group, "SIGCONT");
  }
  // What the first one still had in hand is not its own any more, and does no harm.
  expect((await apis[0].call("GET", "/api/positions")).status()).toBe(200);
  await expect
    .poll(async () => (await pool.query("select count(*)::int as count from job_task")).rows[0].count, {
      timeout: 20_000,
    })
    .toBe(0);
  const { rows } = await pool.query(
    `select (select count(*)::int from resume_content where organisation_id = $1) as contents,
       (select count(*)::int from candidate where organisation_id = $1) as candidates,
       (select count(*)::int from job_run where function_id like '%read-resume') as runs,
       (select count(*)::int from job_run where status <> 'completed') as unfinished`,
    [organisationId],
  );
  expect(rows).toEqual([{ contents: 60, candidates: 60, runs: 60, unfinished: 0 }]);
  await second.stop();
  await first.stop();
});

import { randomUUID } from "node:crypto";
import { mixedFiles } from "../../lib/testing/resume-files";
import { testSecret } from "../support/app";
import { expect, test } from "../support/own-app";

test("two servers on one database share the work, and one takes over when the other dies", async ({ own }) => {
  const first = await own.start();
  const second = await own.start({ env: { DATABASE_URL: first.databaseUrl, NEXTAUTH_SECRET: testSecret } });
  const { people, id: organisationId } = await own.makeOrganisation(first);
  const pool = own.connect(first);
  const apis = [own.api(first, people.recruiter.token), own.api(second, people.recruiter.token)] as const;

  // Half of the files goes to each. Once some are read, one server dies; the other does the rest.
  const batchId = randomUUID();
  const files = mixedFiles(60, 4000);
  await Promise.all(
    files.map(({ name, bytes }, index) => apis[index % 2 === 0 ? 0 : 1].upload(name, bytes, { batchId })),
  );
  const completed = async () =>
    (await pool.query("select count(*)::int as count from resume where state = 'COMPLETED'")).rows[0].count;
  await expect.poll(completed, { intervals: [10] }).toBeGreaterThan(10);
  await first.killAll();
  await expect.poll(completed, { timeout: 90_000 }).toBe(60);
  await expect
    .poll(async () => (await pool.query("select count(*)::int as count from job_task")).rows[0].count)
    .toBe(0);
  const { rows } = await pool.query(
    `select (select count(*)::int from resume_content where organisation_id = $1) as contents,
       (select count(*)::int from candidate where organisation_id = $1) as candidates,
       (select count(*)::int from job_run where function_id like '%read-resume') as runs,
       (select count(*)::int from job_run where status <> 'completed') as unfinished`,
    [organisationId],
  );
  expect(rows).toEqual([{ contents: 60, candidates: 60, runs: 60, unfinished: 0 }]);
  // The database was the dead launcher's to stop; the server that only uses it leaves it alone.
  expect(await second.stop()).toBe(0);
  expect((await pool.query("select 1")).rowCount).toBe(1);
});

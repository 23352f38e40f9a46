import { setTimeout as sleep } from "node:timers/promises";
import { pdfFile } from "../../lib/testing/resume-files";
import { overload } from "../../scripts/bench/load";
import { testSecret } from "../support/app";
import { expect, test } from "../support/own-app";

test("a newer version migrates while this one works: this one goes on, and starts no more", async ({ own }) => {
  const app = await own.start();
  const { people } = await own.makeOrganisation(app);
  const pool = own.connect(app);
  const working = overload({
    ...{ url: app.url, headers: { authorization: `Bearer ${people.recruiter.token}` }, file: pdfFile },
    ...{ uploadsAtOnce: 6, searchesAtOnce: 3, seconds: 6 },
    ...{ pages: ["/api/v1/positions", "/api/v1/resumes"], searches: ["/api/v1/resumes?q=java"] },
  });
  await sleep(1500);
  // What a newer version would do to tables that are in use: columns, an index, a table, and its name in the list.
  await pool.query(`
    alter table resume add column later_thing integer not null default 0;
    alter table import_item add column later_thing text;
    alter table job_task add column later_thing text;
    create table later_table (id integer primary key);
    insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
    values (gen_random_uuid()::text, 'x', '99990101000000_later', now(), 1)`);
  await pool.query("create index concurrently later_index on resume (later_thing)");
  const { uploads, searched, opened } = await working;
  for (const { statuses } of [uploads, searched, opened])
    expect([...statuses.keys()].filter((status) => ![200, 201].includes(status))).toEqual([]);
  expect(uploads.took.length).toBeGreaterThan(5);
  const open = "select count(*)::int as count from resume where state <> 'COMPLETED'";
  await expect.poll(async () => (await pool.query(open)).rows[0].count, { timeout: 30_000 }).toBe(0);

  const env = { DATABASE_URL: app.databaseUrl, NEXTAUTH_SECRET: testSecret };
  await expect(own.start({ env })).rejects.toThrow(/newer version \(99990101000000_later\)/);
  expect((await fetch(`${app.url}/api/health`)).status).toBe(200);
});

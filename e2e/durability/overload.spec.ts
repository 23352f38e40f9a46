import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { mixedFiles, pdfFile, txtFile } from "../../lib/testing/resume-files";
import { ask, noAnswers, overload, percentile } from "../../scripts/bench/load";
import { makeSmallDisk } from "../support/faults/small-disk";
import { expect, test } from "../support/own-app";
import { savePosition } from "../support/scenario";

const pages = ["/api/v1/resumes?limit=20", "/api/v1/positions", "/api/v1/batches", "/api/v1/figures", "/api/health"];
const searches = ["java", "Munich", "order service", "后端", "postgresql"].map(
  (word) => `/api/v1/resumes?limit=20&q=${encodeURIComponent(word)}`,
);

const bearer = ({ token }: { token: string }) => ({ authorization: `Bearer ${token}` });

test("200 uploads and 50 searches at once: pages answer, and whoever is refused is told when to come again", async ({
  own,
}) => {
  const app = await own.start();
  const { people } = await own.makeOrganisation(app);
  const api = own.api(app, people.recruiter.token);
  await api.importAll(mixedFiles(40, 1));
  await api.json("POST", "/api/v1/positions", savePosition("Backend engineer"));
  const load = { url: app.url, headers: bearer(people.recruiter), pages, searches, firstFile: 1000 };
  const { uploads, searched, opened, sent } = await overload({
    ...{ ...load, uploadsAtOnce: 200, searchesAtOnce: 50, seconds: 8 },
    file: (number) => (number % 3 ? pdfFile(number) : txtFile(number)),
  });
  const p95 = percentile(opened.took, 0.95);
  console.log(
    `  ${sent} uploads, ${searched.took.length} searches (p95 ${percentile(searched.took, 0.95).toFixed(0)} ms), ${opened.took.length} pages (p95 ${p95.toFixed(0)} ms)`,
  );
  for (const { statuses, silent, refused } of [uploads, searched, opened]) {
    const unforeseen = [...statuses.keys()].filter((status) => ![200, 201, 429, 503].includes(status));
    expect(unforeseen).toEqual([]);
    expect(silent, "refusals without Retry-After").toBe(0);
    expect(percentile(refused, 0.95), "the longest wait for a turn, and some").toBeLessThan(30_000);
  }
  // Other tests have the machine too: how soon pages come is measured by `npm run bench`, alone.
  expect(uploads.took.length).toBeGreaterThan(50);

  // What was taken is read, all of it.
  const pool = own.connect(app);
  const open = "select count(*)::int as count from resume where state in ('PENDING', 'PROCESSING')";
  await expect.poll(async () => (await pool.query(open)).rows[0].count, { timeout: 60_000 }).toBe(0);
  const { rows } = await pool.query("select state::text, count(*)::int as count from resume group by 1");
  expect(rows).toEqual([{ state: "COMPLETED", count: uploads.took.length + 40 }]);
});

test("without a connection to the database a request is told within 5 s to come again, and recovers as soon", async ({
  own,
}) => {
  const app = await own.start();
  const { people } = await own.makeOrganisation(app);
  const request = { url: app.url, headers: bearer(people.recruiter), path: "/api/v1/positions" };
  const timed = async () => {
    const answers = noAnswers();
    const { status, retryAfter } = await ask(answers, request);
    return { status, retryAfter, ms: [...answers.took, ...answers.refused][0] ?? 0 };
  };
  expect((await timed()).status).toBe(200);

  // Every connection the database has, and then those of the server too.
  const taken: pg.Client[] = [];
  const takeOne = async () => {
    const client = new pg.Client({ connectionString: app.databaseUrl, application_name: "taken" });
    client.on("error", () => undefined);
    await client.connect();
    taken.push(client);
  };
  for (;;) {
    try {
      await takeOne();
    } catch {
      const [holder] = taken;
      const { rows } = await (holder as pg.Client).query(
        "select count(pg_terminate_backend(pid))::int as ended from pg_stat_activity where datname = current_database() and application_name <> 'taken'",
      );
      await sleep(50);
      if (rows[0].ended === 0) break;
    }
  }
  const without = await timed();
  expect(without.status).toBe(503);
  expect(without.retryAfter).toBeGreaterThan(0);
  expect(without.ms).toBeLessThan(5000);
  await Promise.all(taken.map((client) => client.end()));
  await expect.poll(async () => (await timed()).status, { intervals: [100] }).toBe(200);

  // Every connection of the server waits for a lock: those who come then are told too, and nobody waits for ever.
  const locker = new pg.Client({ connectionString: app.databaseUrl });
  await locker.connect();
  await locker.query("begin; lock table position in access exclusive mode");
  const stuck = Array.from({ length: 40 }, () => timed());
  await sleep(300);
  const late = await timed();
  expect([late.status, late.retryAfter > 0, late.ms < 5000]).toEqual([503, true, true]);
  await locker.query("rollback");
  await locker.end();
  for (const { status } of await Promise.all(stuck)) expect([200, 503]).toContain(status);
  await expect.poll(async () => (await timed()).status, { intervals: [100] }).toBe(200);
});

test("a full disk is said as such, leaves no half row, and the same file goes in when there is room", async ({
  own,
}) => {
  const disk = await makeSmallDisk(join(own.dataDir, "files"));
  try {
    const app = await own.start();
    const { people } = await own.makeOrganisation(app);
    const api = own.api(app, people.recruiter.token);
    const pool = own.connect(app);
    const { name, bytes } = pdfFile(1);
    await disk.fill();
    const refused = await api.call("POST", `/api/v1/resumes?batchId=${crypto.randomUUID()}`, bytes, {
      ...{ "x-file-name": name, "accept-language": "en" },
    });
    expect(refused.status()).toBe(503);
    expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
    if (disk.isReal) expect((await refused.json()).error.message).toContain("no room left on the server’s disk");
    const rows = "select (select count(*) from resume)::int + (select count(*) from import_item)::int as count";
    expect((await pool.query(rows)).rows).toEqual([{ count: 0 }]);
    expect(await (await fetch(`${app.url}/api/health`)).json()).toMatchObject({ status: "degraded" });
    await disk.mend();
    const [id] = await api.importAll([{ name, bytes }]);
    expect((await api.call("GET", `/api/v1/resumes/${id}/file`)).status()).toBe(200);
  } finally {
    await disk.remove();
  }
});

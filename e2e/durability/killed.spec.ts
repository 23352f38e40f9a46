import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { mixedFiles } from "../../lib/testing/resume-files";
import type { Api } from "../support/api";
import { expect, test } from "../support/own-app";
import { savePosition } from "../support/scenario";

const kills = 4;

test("sixty files and a batch of screenings survive kill -9 at random moments", async ({ own }) => {
  test.setTimeout(150_000);
  let app = await own.start();
  const { people, id: organisationId } = await own.makeOrganisation(app);
  let api = own.api(app, people.recruiter.token);
  const screened = await api.importAll(mixedFiles(24, 1000));
  const { id: positionId } = await api.json<{ id: string }>(
    "POST",
    "/api/v1/positions",
    savePosition("Backend engineer"),
  );

  const files = mixedFiles(60, 2000);
  const batchId = randomUUID();
  const accepted = new Map<string, string>();
  let isScreening = false;
  for (let round = 0; round <= kills; round += 1) {
    const isLast = round === kills;
    const current = api;
    const sending = sendMissing(current, { files, batchId, accepted });
    const starting: Promise<boolean> | null = isScreening
      ? null
      : current.call("POST", `/api/v1/positions/${positionId}/screenings`, { resumeIds: screened }).then(
          (response) => response.ok(),
          () => false,
        );
    if (isLast) {
      await sending;
      break;
    }
    await sleep(60 + Math.random() * 500);
    await app.killAll();
    await sending;
    isScreening ||= (await starting) ?? false;
    app = await own.start();
    api = own.api(app, people.recruiter.token);
  }

  const startedAt = Date.now();
  expect(accepted.size).toBe(files.length);
  const pool = own.connect(app);
  await expect.poll(() => countOpen(pool), { timeout: 30_000, intervals: [100] }).toEqual({ resumes: 0, runs: 0 });
  console.log(`  all work settled ${((Date.now() - startedAt) / 1000).toFixed(1)} s after the last start`);

  // A file that was being read in three crashes is given up as a suspect: said so, and read on request.
  const { rows: givenUp } = await pool.query("select id, failure_reason as reason from resume where state = 'FAILED'");
  expect(givenUp.length).toBeLessThanOrEqual(kills);
  for (const { reason } of givenUp) expect(reason).toBe("internal");
  if (givenUp.length > 0) {
    const resumeIds = givenUp.map(({ id }) => id);
    expect(await api.json("POST", "/api/v1/resumes/retry", { resumeIds })).toEqual({ retried: resumeIds.length });
    await expect.poll(() => countOpen(pool), { timeout: 30_000 }).toEqual({ resumes: 0, runs: 0 });
  }

  const all = screened.length + files.length;
  const { rows } = await pool.query(
    `select
       (select count(*)::int from resume where organisation_id = $1) as resumes,
       (select count(*)::int from resume where organisation_id = $1 and state = 'COMPLETED') as completed,
       (select count(*)::int from resume_content where organisation_id = $1) as contents,
       (select count(*)::int from candidate where organisation_id = $1) as candidates,
       (select count(distinct candidate_id)::int from resume where organisation_id = $1) as "resumesWithOwnCandidate"`,
    [organisationId],
  );
  expect(rows).toEqual([
    { resumes: all, completed: all, contents: all, candidates: all, resumesWithOwnCandidate: all },
  ]);
  const { rows: batches } = await pool.query(
    `select batch.state::text, batch.total, count(run.id)::int as runs,
       count(*) filter (where run.state in ('completed', 'failed'))::int as ended,
       count(*) filter (where run.state = 'failed')::int as failed,
       count(distinct run.application_id)::int as applications
     from screening_batch batch join screening_run run on run.batch_id = batch.id group by batch.id`,
  );
  expect(batches.length).toBeGreaterThan(0);
  for (const batch of batches) {
    expect(batch).toMatchObject({ state: "completed", total: 24, runs: 24, ended: 24, applications: 24 });
    expect(batch.failed).toBeLessThanOrEqual(kills);
  }
  for (const id of accepted.values()) {
    expect((await api.call("GET", `/api/v1/resumes/${id}/file`)).status()).toBe(200);
  }
});

type Sending = { files: ReturnType<typeof mixedFiles>; batchId: string; accepted: Map<string, string> };

/** As a browser would: four at a time, and what did not arrive is sent again later. */
async function sendMissing(api: Api, { files, batchId, accepted }: Sending) {
  const queue = files.filter(({ name }) => !accepted.has(name));
  const send = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const answer = await api.upload(file.name, file.bytes, { batchId }).catch(() => null);
      if (!answer) return;
      if (answer.item.resumeId) accepted.set(file.name, answer.item.resumeId);
    }
  };
  await Promise.all([send(), send(), send(), send()]);
}

async function countOpen(pool: pg.Pool) {
  const { rows } = await pool.query(
    `select (select count(*)::int from resume where state in ('PENDING', 'PROCESSING')) as resumes,
       (select count(*)::int from screening_run where state in ('pending', 'running')) as runs`,
  );
  return rows[0];
}

import { createHash } from "node:crypto";
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Ledger } from "./workload";
import type { World } from "./world";

const settledMs = 25_000;

/** Waits for all work to end. Time is moved on for what waits for its next try or for an undoing to run out. */
export async function settle(world: World): Promise<void> {
  const deadline = Date.now() + settledMs;
  for (;;) {
    await world.pool.query(
      `with moved as (
         update job_task set due_at = now() where due_at > now() and lease_token is null returning id
       ) select pg_notify('hireglass_jobs', '') from moved limit 1`,
    );
    const { rows } = await world.pool.query<{ tasks: number; events: number; names: string[] }>(
      `select (select count(*)::int from job_task) as tasks,
         (select count(*)::int from job_event where dispatched_at is null) as events,
         (select array_agg(distinct queue) from job_task) as names`,
    );
    const [left] = rows;
    if (left && left.tasks + left.events === 0) return;
    if (Date.now() > deadline) throw new Error(`Not settled: ${JSON.stringify(left)}`);
    await sleep(30);
  }
}

/**
 * A file that took too long by the clock is given up with that reason, which on a crowded machine says nothing of the
 * file: somebody asks for it once more.
 */
export async function readSlowOnes(world: World): Promise<void> {
  const { rows } = await world.pool.query<{ id: string }>(
    "select id from resume where state = 'FAILED' and failure_reason = 'time_limit'",
  );
  if (rows.length === 0) return;
  const asked = { resumeIds: rows.map(({ id }) => id) };
  await onceMore(() => world.recruiter().json("POST", "/api/v1/resumes/retry", asked));
  console.log(`  ${rows.length} files took over 15 s on this machine and were read once more`);
  await settle(world);
}

/** What must hold whatever happened; empty when it does. */
export async function findBreaches(world: World, ledger: Ledger): Promise<string[]> {
  const found = await Promise.all([
    checkResumes(world, ledger),
    checkLines(world, ledger),
    checkScreenings(world, ledger),
    checkInterviews(world, ledger),
    checkJobs(world),
    checkAudit(world, ledger),
    checkFiles(world, ledger),
    checkCounts(world, ledger),
  ]);
  return [...found.flat(), ...ledger.wrong];
}

/** Every accepted file is there, read, once, and its own; every deleted one has gone. */
async function checkResumes({ pool }: World, { resumes, deleted }: Ledger) {
  const { rows } = await pool.query<{ id: string; state: string; reason: string; contents: number; hash: string }>(
    `select resume.id, state::text, failure_reason as reason, file_hash as hash,
       (select count(*)::int from resume_content where resume_id = resume.id) as contents
     from resume`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const wanted = new Set(resumes.map(({ resumeId }) => resumeId));
  return [
    ...resumes.flatMap(({ resumeId, name, sha256 }) => {
      const row = byId.get(resumeId);
      if (!row) return [`${name} was accepted and is not there`];
      if (row.state !== "COMPLETED") return [`${name} is ${row.state} (${row.reason})`];
      return row.contents === 1 && row.hash === sha256 ? [] : [`${name} has ${row.contents} contents`];
    }),
    ...rows.flatMap(({ id, state }) => (wanted.has(id) ? [] : [`a resume that nobody was told of: ${state}`])),
    ...deleted.flatMap((id) => (byId.has(id) ? ["a deleted resume is there"] : [])),
  ];
}

/** Each sending has one line, however often it was sent. */
async function checkLines({ pool }: World, { resumes, lines }: Ledger) {
  const { rows } = await pool.query<{ id: string; count: number }>(
    "select client_file_id as id, count(*)::int as count from import_item group by 1",
  );
  const counts = new Map(rows.map(({ id, count }) => [id, count]));
  return [...resumes.map(({ fileId }) => fileId), ...lines].flatMap((id) =>
    (counts.get(id) ?? 0) <= 1 ? [] : [`a sending has ${counts.get(id)} lines`],
  );
}

/** Every screening has ended, with one result for each of its candidates, and no expert was paid for twice. */
async function checkScreenings({ pool }: World, { batches }: Ledger) {
  const { rows } = await pool.query<Record<string, number | string>>(
    `select batch.id, batch.state::text, batch.total, count(run.id)::int as runs,
       count(distinct run.application_id)::int as applications,
       count(*) filter (where run.state = 'completed' and run.result is not null)::int as completed,
       count(*) filter (where run.state = 'completed' and run.id is not null and application.current_run_id is null)::int as orphaned
     from screening_batch batch left join screening_run run on run.batch_id = batch.id
     left join application on application.id = run.application_id
     group by batch.id`,
  );
  const there = new Set(rows.map(({ id }) => id));
  const { rows: twice } = await pool.query(
    "select resume_id from expert_answer group by resume_id, expert, digest having count(*) > 1",
  );
  return [
    ...rows.flatMap(({ state, total, runs, applications, completed, orphaned }) =>
      state === "completed" &&
      runs === applications &&
      runs === completed &&
      Number(runs) <= Number(total) &&
      orphaned === 0
        ? []
        : [`a screening: ${JSON.stringify({ state, total, runs, applications, completed, orphaned })}`],
    ),
    ...batches.flatMap((id) => (there.has(id) ? [] : ["a screening that was accepted is not there"])),
    ...twice.map(() => "an expert answered twice"),
  ];
}

/** What was said and answered for is there once. */
async function checkInterviews({ pool }: World, { said }: Ledger) {
  const { rows } = await pool.query<{ id: string; text: string }>("select id, text from interview_segment");
  const texts = new Map(rows.map(({ id, text }) => [id, text]));
  return [
    ...said.flatMap(({ segmentId, text }) => (texts.get(segmentId) === text ? [] : ["words of an interview are lost"])),
    ...(rows.length === said.length ? [] : [`${said.length} were said and ${rows.length} are there`]),
  ];
}

/** Nothing is stuck, nothing has failed, and no event has started the same work twice. */
async function checkJobs({ pool }: World) {
  const { rows } = await pool.query<{ name: string; status: string; count: number }>(
    "select function_id as name, status::text, count(*)::int as count from job_run where status <> 'completed' group by 1, 2",
  );
  const { rows: twice } = await pool.query<{ name: string }>(
    `select function_id as name from job_run where event ->> 'id' is not null group by function_id, event ->> 'id'
     having count(*) > 1`,
  );
  return [
    ...rows.map(({ name, status, count }) => `${count} of ${name} ${status}`),
    ...twice.map(({ name }) => `${name} started twice`),
  ];
}

/** The chain holds link by link, and each deletion stands in it once. */
async function checkAudit({ pool }: World, { deleted }: Ledger) {
  const { rows } = await pool.query<{ broken: number; unlinked: number }>(
    `select
       (select count(*)::int from (
          select seq, prev_hash, lag(hash) over chain as before, lag(seq, 1, 0) over chain as last
          from audit_link window chain as (partition by organisation_id order by seq)) link
        where seq <> last + 1 or (before is not null and prev_hash <> before)) as broken,
       (select count(*)::int from audit_event event
        where not exists (select from audit_link link where link.event_id = event.id)) as unlinked`,
  );
  const { rows: told } = await pool.query<{ id: string; count: number }>(
    "select subject_id::text as id, count(*)::int as count from audit_event where action = 'resume.deleted' group by 1",
  );
  const counts = new Map(told.map(({ id, count }) => [id, count]));
  return [
    ...(rows[0]?.broken ? [`the audit chain is broken in ${rows[0].broken} places`] : []),
    ...(rows[0]?.unlinked ? [`${rows[0].unlinked} audit events are in no chain`] : []),
    ...deleted.flatMap((id) => (counts.get(id) === 1 ? [] : [`a deletion is told of ${counts.get(id) ?? 0} times`])),
  ];
}

/** Each row's file is there, and no file of a deleted person is. Files without a row are left to the sweep. */
async function checkFiles({ pool, filesFolder }: World, { deleted }: Ledger) {
  const files = new Set(await listFiles(filesFolder));
  const { rows } = await pool.query<{ key: string }>("select storage_key as key from resume");
  return [
    ...rows.flatMap(({ key }) => (files.has(key) ? [] : ["a resume's file is missing"])),
    ...deleted.flatMap((id) =>
      [...files].some((key) => key.includes(id)) ? ["a deleted resume's file is there"] : [],
    ),
  ];
}

/** What the pages count is what there is, and the newest file comes back as it was sent. */
async function checkCounts(world: World, { resumes }: Ledger) {
  const get = (path: string) => onceMore(() => world.recruiter().call("GET", path));
  const page: { total?: number } = await (await get("/api/v1/resumes?limit=1")).json();
  const { rows } = await world.pool.query<{ candidates: number; owned: number }>(
    `select (select count(*)::int from candidate) as candidates,
       (select count(distinct candidate_id)::int from resume) as owned`,
  );
  const newest = resumes.at(-1);
  const file = newest && (await get(`/api/v1/resumes/${newest.resumeId}/file`));
  const sha256 =
    file &&
    createHash("sha256")
      .update(await file.body())
      .digest("hex");
  return [
    ...(page.total === undefined || page.total === resumes.length
      ? []
      : [`${page.total} of ${resumes.length} counted`]),
    ...(rows[0]?.candidates === rows[0]?.owned
      ? []
      : [`${rows[0]?.candidates} candidates, ${rows[0]?.owned} with a resume`]),
    ...(sha256 === newest?.sha256 ? [] : ["a file does not come back as it was sent"]),
  ];
}

/** A connection that was kept open over a kill breaks when it is used. */
function onceMore<T>(call: () => Promise<T>): Promise<T> {
  return call().catch(call).catch(call);
}

/** Keys below the store's folder, half-written ones apart. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && !entry.name.endsWith(".part"))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

import { randomUUID } from "node:crypto";
import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { scopedDb, systemDb } from "@/lib/db";
import { makeRecruiter, makeResume, makeViewer } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import en from "@/messages/en.json";
import { changeJob } from "./change-job";
import { listJobs } from "./list-jobs";
import { retryWayOf } from "./retry-ways";

useWorkspace();

const admin = () => makeViewer("admin");
type Made = {
  organisationId: string | null;
  name: string;
  data?: object;
  status?: "active" | "failed";
  isRunning?: boolean;
};

async function makeRun({ organisationId, name, data = {}, status = "active", isRunning = false }: Made) {
  const id = randomUUID().replaceAll("-", "");
  const error = status === "failed" ? { name: "TypeError", message: "a text that may quote a resume" } : undefined;
  await systemDb().jobRun.create({
    data: { id, functionId: `hireglass-${name}`, status, event: { id, data }, organisationId, error },
  });
  await systemDb().jobStep.create({ data: { runId: id, stepId: "one", name: "one", memo: { type: "data", data: 1 } } });
  if (status === "failed")
    await systemDb().jobStep.create({ data: { runId: id, stepId: "two", name: "two", memo: { type: "error" } } });
  else
    await systemDb().jobTask.create({
      data: {
        ...{ runId: id, stepId: "step", queue: `hireglass-${name}`, attempt: 2 },
        ...(isRunning && { leaseToken: randomUUID(), dueAt: new Date(Date.now() + 60_000) }),
      },
    });
  return id;
}

test("an admin sees the organisation's jobs by state, without a word of what they are about", async () => {
  const viewer = await admin();
  const { organisationId } = viewer;
  const other = await admin();
  const running = await makeRun({ organisationId, name: "read-resume", isRunning: true });
  const waiting = await makeRun({ organisationId, name: "make-report" });
  const failed = await makeRun({ organisationId, name: "make-report", status: "failed" });
  const going = await makeRun({ organisationId, name: "purge-resumes", status: "failed" });
  await makeRun({ organisationId: other.organisationId, name: "read-resume", status: "failed" });
  const list = (state: "running" | "waiting" | "failed") => listJobs({ viewer, state, limit: 50 });

  expect((await list("running")).jobs).toMatchObject([
    { id: running, name: "read-resume", state: "running", stepsDone: 1, retries: 2, actions: ["stop"], error: null },
  ]);
  expect((await list("waiting")).jobs).toMatchObject([{ id: waiting, actions: ["stop"] }]);
  const gone = await list("failed");
  expect(gone.jobs.map(({ id, actions, error }) => [id, actions, error])).toEqual([
    [going, ["retry"], "TypeError"],
    [failed, [], "TypeError"],
  ]);
  expect(gone.counts).toEqual({ running: 1, waiting: 1, failed: 2 });
  expect(JSON.stringify(gone)).not.toContain("quote");
  await expect(listJobs({ viewer: await makeRecruiter(), state: "failed", limit: 5 })).rejects.toMatchObject({
    code: "forbidden",
  });
});

test("a failed job goes on after its last finished step, once, and it is on record", async () => {
  const viewer = await admin();
  const { organisationId } = viewer;
  const jobId = await makeRun({ organisationId, name: "purge-resumes", status: "failed" });
  await changeJob({ jobId, action: "retry", viewer });
  const db = systemDb();
  expect(await db.jobRun.findUnique({ where: { id: jobId } })).toMatchObject({ status: "active", error: null });
  expect((await db.jobStep.findMany({ where: { runId: jobId } })).map(({ stepId }) => stepId)).toEqual(["one"]);
  expect(await db.jobTask.count({ where: { runId: jobId, stepId: "step" } })).toBe(1);
  await expect(changeJob({ jobId, action: "retry", viewer })).rejects.toMatchObject({ code: "conflict" });
  const audit = await scopedDb(organisationId).auditEvent.findMany({ where: { action: "job.retried" } });
  expect(audit).toMatchObject([{ actorId: viewer.userId, details: { jobId, name: "purge-resumes" } }]);
});

test("a file that could not be read is read again in its own way, and the old failure leaves the list", async () => {
  const viewer = await admin();
  const { organisationId } = viewer;
  const { id: resumeId } = await makeResume({ owner: viewer });
  const db = scopedDb(organisationId);
  await db.resume.update({ where: { id: resumeId }, data: { state: "FAILED", failureReason: "internal" } });
  const jobId = await makeRun({
    organisationId,
    name: "read-resume",
    data: { organisationId, resumeId },
    status: "failed",
  });
  const [job] = (await listJobs({ viewer, state: "failed", limit: 5 })).jobs;
  expect(job).toMatchObject({ id: jobId, link: `/resumes/${resumeId}`, actions: ["retry"] });
  await changeJob({ jobId, action: "retry", viewer });
  expect(await db.resume.findFirst({ where: { id: resumeId } })).toMatchObject({ state: "PENDING" });
  expect((await listJobs({ viewer, state: "failed", limit: 5 })).jobs).toEqual([]);
});

test("a job is stopped: nothing of it stays to be done, and its function's own end is told", async () => {
  const viewer = await admin();
  const { organisationId } = viewer;
  const jobId = await makeRun({ organisationId, name: "make-report", isRunning: true });
  await changeJob({ jobId, action: "stop", viewer });
  const db = systemDb();
  expect(await db.jobTask.count({ where: { runId: jobId } })).toBe(0);
  expect(await db.jobEvent.findUnique({ where: { id: `inngest/function.failed:${jobId}` } })).toMatchObject({
    payload: { data: { run_id: jobId, function_id: "hireglass-make-report" } },
  });
  const { jobs } = await listJobs({ viewer, state: "failed", limit: 5 });
  expect(jobs).toMatchObject([{ id: jobId, error: "StoppedError", actions: [] }]);
  await expect(changeJob({ jobId, action: "stop", viewer })).rejects.toMatchObject({ code: "conflict" });
});

test("another organisation's job is not there, and a recruiter changes none", async () => {
  const other = await admin();
  const jobId = await makeRun({ organisationId: other.organisationId, name: "purge-resumes", status: "failed" });
  await expect(changeJob({ jobId, action: "retry", viewer: await admin() })).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(changeJob({ jobId, action: "retry", viewer: await makeRecruiter() })).rejects.toMatchObject({
    code: "forbidden",
  });
  expect(await systemDb().jobRun.findUnique({ where: { id: jobId } })).toMatchObject({ status: "failed" });
});

test("every function has its name on the page, and a way for its failures that fits how it ends", async () => {
  const { functions } = await import("@/inngest");
  const names = readdirSync("inngest/functions").map((file) => file.replace(/\.ts$/, ""));
  expect(functions).toHaveLength(names.length);
  expect(Object.keys(en.jobs.names).sort()).toEqual(names.map((name) => name.replaceAll("-", "_")).sort());
  for (const fn of functions) {
    const name = fn.id();
    const data = { data: { resumeId: randomUUID(), runIds: [randomUUID()] } };
    // One that closes its subject must not be let go on: it would find nothing to do and call that a success.
    if (fn.opts.onFailure) expect(retryWayOf(name, data)?.way, name).not.toBe("go_on");
    else expect(retryWayOf(name, data), name).toEqual({ way: "go_on" });
  }
});

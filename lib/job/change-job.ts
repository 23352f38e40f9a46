import "server-only";
import { closeRun, resumeRun, stopRun } from "@/inngest/manage-runs";
import { jobMode } from "@/inngest/mode";
import { wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { outsideRequest } from "@/lib/database/viewing";
import { scopedDb, systemDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { retryResumes } from "@/lib/resume/retry-resumes";
import { changeBatch } from "@/lib/screening/change-batch";
import type { JobAction } from "./kinds";
import { findJob, nameOf } from "./list-jobs";
import { type RetryWay, retryWayOf } from "./retry-ways";

type ChangeJob = { jobId: string; action: JobAction; viewer: Viewer };

/**
 * Does a failed job again, or ends one that is under way.
 *
 * @throws not_found for another organisation's, conflict when it is past that, or Inngest runs the jobs
 */
export async function changeJob({ jobId, action, viewer }: ChangeJob): Promise<void> {
  assertCan(viewer, "settings:write");
  const run = await findJob({ jobId, viewer });
  if (!run) throw new AppError("not_found", "job_not_found");
  if (jobMode() !== "embedded") throw new AppError("conflict", "job_elsewhere");
  const name = nameOf(run.functionId);
  const way = action === "retry" && run.status === "failed" ? retryWayOf(name, run.event) : null;
  if (action === "retry" && !way) throw new AppError("conflict", "job_past");
  // Their own transactions, with their own records: what they find done already they leave.
  if (way && way.way !== "go_on") await retrySubject(way, viewer);

  // The engine's own tables are nobody's: viewers' statements have no right to them. Only the types tell the clients apart.
  await outsideRequest(systemDb).$transaction(async (tx) => {
    if (way && way.way !== "go_on") await closeRun(tx, jobId);
    else if (!(await (way ? resumeRun : stopRun)(tx, jobId))) throw new AppError("conflict", "job_past");
    const event = way ? "job.retried" : "job.stopped";
    await recordAudit(tx as unknown as Transaction, {
      viewer,
      action: event,
      subjectType: "job",
      subjectId: null,
      details: { jobId, name },
    });
  });
  wakeJobs();
}

async function retrySubject(way: Exclude<RetryWay, { way: "go_on" }>, viewer: Viewer) {
  if (way.way === "resume") {
    const { retried } = await retryResumes({ resumeIds: [way.resumeId], viewer });
    if (retried === 0) throw new AppError("conflict", "job_past");
    return;
  }
  const db = scopedDb(viewer.organisationId);
  const runs = await db.screeningRun.findMany({
    where: { id: { in: way.runIds }, state: "failed", batchId: { not: null } },
    distinct: ["batchId"],
    select: { batchId: true },
  });
  if (runs.length === 0) throw new AppError("conflict", "job_past");
  for (const { batchId } of runs) if (batchId) await changeBatch({ batchId, action: "retry", viewer });
}

import "server-only";
import { z } from "zod";
import { evaluationRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { findUserViewer } from "@/lib/auth/find-user-viewer";
import { assertCan, visibleApplications, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { type EvaluatedCandidate, writeEvaluation } from "@/lib/recommendation/evaluation-text";
import { makeRecommendation } from "@/lib/recommendation/make-recommendation";
import { blindName, findBlindings } from "@/lib/resume/blind/blindings";
import { storage } from "@/lib/storage/storage";

export const evaluationKind = "interview_evaluation";
/** Stands for a group that nobody knows: what a client sends is not checked before the job does. */
const noSubject = "00000000-0000-0000-0000-000000000000";

type RequestEvaluation = { groupId: string; viewer: Viewer };

/** Starts an evaluation of everybody in a group or on a position; one that is under way is not started again. */
export async function requestEvaluation({ groupId, viewer }: RequestEvaluation) {
  assertCan(viewer, "screening:read");
  const { organisationId, userId } = viewer;
  const subjectId = z.uuid().safeParse(groupId).success ? groupId : noSubject;
  const db = scopedDb(organisationId);
  const running = await db.report.findFirst({
    where: { kind: evaluationKind, createdById: userId, fileName: groupId, state: { in: ["pending", "running"] } },
  });
  if (running) return running;
  const report = await db.$transaction(async (tx) => {
    const made = await tx.report.create({
      data: {
        ...{ organisationId, kind: evaluationKind, subjectType: "group", subjectId, fileName: groupId },
        ...{ mediaType: "text/markdown", createdById: userId },
      },
    });
    await enqueue(
      tx,
      evaluationRequested.create({ organisationId, reportId: made.id }, { id: `evaluation-${made.id}` }),
    );
    await recordAudit(tx, { viewer, action: "report.requested", subjectType: "group", subjectId });
    return made;
  });
  wakeJobs();
  return report;
}

type OfEvaluation = { evaluationId: string; viewer: Viewer };

/** The viewer's own: it says what that person may see. @throws not_found */
export async function getEvaluation({ evaluationId, viewer }: OfEvaluation) {
  assertCan(viewer, "screening:read");
  const report = await scopedDb(viewer.organisationId).report.findFirst({
    where: { id: evaluationId, kind: evaluationKind, createdById: viewer.userId },
  });
  if (!report) throw new AppError("not_found", "report_not_found");
  return report;
}

export function findNewestEvaluation({ groupId, viewer }: RequestEvaluation) {
  assertCan(viewer, "screening:read");
  return scopedDb(viewer.organisationId).report.findFirst({
    where: { kind: evaluationKind, createdById: viewer.userId, fileName: groupId },
    orderBy: { createdAt: "desc" },
  });
}

/** Takes an evaluation away with its file; one that is under way stops before the next candidate. */
export async function deleteEvaluation({ evaluationId, viewer }: OfEvaluation) {
  const { storageKey } = await getEvaluation({ evaluationId, viewer });
  await scopedDb(viewer.organisationId).report.deleteMany({ where: { id: evaluationId } });
  if (storageKey) await storage().remove(storageKey);
}

export async function readEvaluation({ evaluationId, viewer }: OfEvaluation): Promise<string> {
  const { storageKey } = await getEvaluation({ evaluationId, viewer });
  const bytes = storageKey && (await storage().get(storageKey));
  if (!bytes) throw new AppError("not_found", "report_not_found");
  return new TextDecoder().decode(bytes);
}

type RunEvaluation = { organisationId: string; reportId: string };

/** Puts together a recommendation for each candidate and writes them into one file. Safe to repeat. */
export async function runEvaluation({ organisationId, reportId }: RunEvaluation): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const report = await db.report.findFirst({ where: { id: reportId, state: { in: ["pending", "running"] } } });
  const viewer = report?.createdById ? await findUserViewer({ organisationId, userId: report.createdById }) : null;
  if (!report || !viewer) return { outcome: "gone" };
  const { title, applications } = await findMembers(report.subjectId, viewer);
  const candidates: EvaluatedCandidate[] = [];
  for (const [index, { id, name }] of applications.entries()) {
    const progress = Math.min(99, Math.round(((index + 1) / (applications.length + 1)) * 100));
    const { count } = await db.report.updateMany({ where: { id: reportId }, data: { state: "running", progress } });
    if (count === 0) return { outcome: "gone" };
    const found = await makeRecommendation({ applicationId: id, viewer }).catch((error: unknown) => {
      // Neither screened nor interviewed: there is nothing to say of them.
      if (error instanceof AppError && error.code === "conflict") return null;
      throw error;
    });
    if (found) candidates.push({ name, found });
  }
  if (candidates.length === 0) {
    await db.report.updateMany({ where: { id: reportId }, data: { state: "failed", error: "nobody_to_evaluate" } });
    return { outcome: "failed" };
  }
  const sorted = candidates.toSorted((a, b) => (b.found.result.score?.value ?? 0) - (a.found.result.score?.value ?? 0));
  const storageKey = `reports/${organisationId}/${reportId}/file`;
  await storage().put(storageKey, new TextEncoder().encode(writeEvaluation(sorted, title)), report.mediaType);
  await db.report.updateMany({ where: { id: reportId }, data: { state: "completed", progress: 100, storageKey } });
  return { outcome: "made" };
}

/** Of a group, or of a position: clients send either. */
async function findMembers(subjectId: string, viewer: Viewer) {
  const db = scopedDb(viewer.organisationId);
  const group = await db.applicationGroup.findFirst({
    where: { id: subjectId, positionVersion: { position: visiblePositions(viewer) } },
    select: { name: true },
  });
  const position = group
    ? null
    : await db.position.findFirst({ where: { id: subjectId, ...visiblePositions(viewer) }, select: { title: true } });
  const rows = await db.application.findMany({
    where: {
      AND: [visibleApplications(viewer), group ? { groupId: subjectId } : { positionId: subjectId }],
    },
    orderBy: { number: "asc" },
    select: { id: true, resumeId: true, resume: { select: { candidateName: true, fileName: true } } },
  });
  const blindings = await findBlindings(
    viewer,
    rows.map(({ resumeId }) => resumeId),
  );
  return {
    title: group?.name ?? position?.title ?? "",
    applications: rows.map(({ id, resumeId, resume }) => {
      const blinding = blindings.get(resumeId);
      return { id, name: blinding ? blindName(blinding) : (resume.candidateName ?? resume.fileName) };
    }),
  };
}

import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen } from "@/lib/resume/blind/blindings";
import { storage } from "@/lib/storage/storage";

const auditedOnceMs = 3_600_000;

/** The file as it came. Who opened it when is on record, once an hour. */
export async function getResumeFile({ resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  assertCan(viewer, "resume:read");
  const resume = await scopedDb(viewer.organisationId).resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: { storageKey: true, fileName: true, fileKind: true },
  });
  await assertOpen(viewer, resumeId);
  const bytes = resume && (await storage().get(resume.storageKey));
  if (!resume || !bytes) throw new AppError("not_found", "resume_not_found");
  await recordReading({ resumeId, viewer });
  return { bytes, fileName: resume.fileName, fileKind: resume.fileKind };
}

async function recordReading({ resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  const db = scopedDb(viewer.organisationId);
  const event = { action: "resume.original_read", subjectType: "resume", subjectId: resumeId };
  const createdAt = { gt: new Date(Date.now() - auditedOnceMs) };
  const recent = await db.auditEvent.findFirst({
    where: { ...event, actorId: viewer.userId, createdAt },
    select: { id: true },
  });
  if (!recent) await recordAudit(db, { viewer, ...event });
}

import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { getFailedResume } from "@/lib/resume/get-failed-resume";
import { parsePool } from "@/lib/resume/parse-pool";
import { failReading, saveReading } from "@/lib/resume/read-resume";
import { keepPhoto } from "@/lib/resume/vault/keep-photo";
import { storage } from "@/lib/storage/storage";

type UnlockResume = { resumeId: string; password: string; viewer: Viewer };

/**
 * Reads a PDF with the password somebody knows. Here and now rather than in a job: the password would stand in the
 * job's payload, and it is kept nowhere.
 *
 * @throws bad_request for a wrong password
 */
export async function unlockResume({ resumeId, password, viewer }: UnlockResume): Promise<{ isRead: boolean }> {
  const { organisationId } = viewer;
  const { storageKey, fileName, asOf } = await getFailedResume({ resumeId, viewer });
  const bytes = await storage().get(storageKey);
  if (!bytes) {
    await failReading({ organisationId, resumeId, reason: "file_missing" });
    return { isRead: false };
  }
  const parsed = await parsePool().parse({ bytes, fileName, asOf, password });
  if (!parsed.ok) {
    if (parsed.reason === "encrypted") throw new AppError("bad_request", "wrong_password");
    await failReading({ organisationId, resumeId, reason: parsed.reason });
    return { isRead: false };
  }
  const db = scopedDb(organisationId);
  // The job that looks for the photo has no password; without one the resume is still read.
  const { mayHavePhoto, ...reading } = parsed;
  await saveReading(db, { organisationId, resumeId, ...reading, mayHavePhoto: false });
  if (mayHavePhoto)
    await keepPhoto({ organisationId, resumeId, password }).catch(() => log.warn({ resumeId }, "no photo"));
  await recordAudit(db, { viewer, action: "resume.unlocked", subjectType: "resume", subjectId: resumeId });
  return { isRead: true };
}

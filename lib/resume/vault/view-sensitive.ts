import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type ScopedDb, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen } from "@/lib/resume/blind/blindings";
import { resumeDocument } from "@/lib/resume/document";
import { parsePool } from "@/lib/resume/parse-pool";
import type { SensitiveView } from "@/lib/resume/sensitive";
import { sealSensitive, unsealPhoto, unsealSensitive } from "./seal-sensitive";

type ViewSensitive = { resumeId: string; viewer: Viewer };

const storedLayout = resumeDocument.omit({ text: true });

/** What must not weigh in a judgement, for who may see it. Every look is on record before anything is shown. */
export async function viewSensitive({ resumeId, viewer }: ViewSensitive): Promise<SensitiveView> {
  assertCan(viewer, "resume:read_sensitive");
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const resume = await db.resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: { content: { select: { sensitive: true } }, photo: { select: { sealed: true } } },
  });
  if (!resume?.content) throw new AppError("not_found", "resume_not_found");
  await assertOpen(viewer, resumeId);
  const { sensitive: sealed } = resume.content;
  const sensitive = sealed
    ? unsealSensitive(sealed, { organisationId, resumeId })
    : await readStoredText(db, { organisationId, resumeId });
  if (!sensitive) throw new AppError("unavailable", "sensitive_unreadable");
  await recordAudit(db, { viewer, action: "resume.sensitive_read", subjectType: "resume", subjectId: resumeId });
  const photo = resume.photo && unsealPhoto(resume.photo.sealed, { organisationId, resumeId });
  return { ...sensitive, photo: photo && `data:image/jpeg;base64,${photo.toString("base64")}` };
}

/** A resume read before there was a vault: its text is gone through once more, and the vault filled. */
async function readStoredText(db: ScopedDb, owner: { organisationId: string; resumeId: string }) {
  const { resumeId } = owner;
  const resume = await db.resume.findUniqueOrThrow({
    where: { id: resumeId },
    select: { fileName: true, receivedAt: true, content: { select: { text: true, layout: true } } },
  });
  if (!resume.content) return null;
  const document = { ...storedLayout.parse(resume.content.layout), text: resume.content.text };
  const asOf = resume.receivedAt.toISOString().slice(0, 10);
  const found = await parsePool().extract({ document, fileName: resume.fileName, asOf });
  if (!found.ok) return null;
  const sensitive = sealSensitive(found.sensitive, owner);
  await db.resumeContent.updateMany({ where: { resumeId, sensitive: null }, data: { sensitive } });
  return found.sensitive;
}

import "server-only";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen } from "@/lib/resume/blind/blindings";
import { parsePool } from "@/lib/resume/parse-pool";
import { sanitizeDocument } from "@/lib/resume/sanitize-document";
import { storage } from "@/lib/storage/storage";

/**
 * A Word file as markup that is safe to stand in the page; null for every other kind and for one that cannot be
 * converted. Made anew for each look, so that a better sanitiser holds for old files too.
 */
export async function findDocumentHtml({ resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  assertCan(viewer, "resume:read");
  const resume = await scopedDb(viewer.organisationId).resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: { storageKey: true, fileName: true, fileKind: true },
  });
  if (!resume) throw new AppError("not_found", "resume_not_found");
  await assertOpen(viewer, resumeId);
  const bytes = resume.fileKind === "docx" && (await storage().get(resume.storageKey));
  if (!bytes) return { html: null };
  const converted = await parsePool().toHtml({ bytes, fileName: resume.fileName });
  return { html: converted.ok ? sanitizeDocument(converted.html) : null };
}

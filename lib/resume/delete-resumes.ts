import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { storage } from "@/lib/storage/storage";

/**
 * Deletes resumes with their files, text, applications and screenings; a candidate without another resume goes
 * too. Files are removed after the rows: a crash between leaves a file that nobody can reach.
 */
export async function deleteResumes({
  resumeIds,
  viewer,
}: {
  resumeIds: string[];
  viewer: Viewer;
}): Promise<{ deleted: number }> {
  assertCan(viewer, "resume:delete");
  const db = scopedDb(viewer.organisationId);
  const removed = await db.$transaction(async (tx) => {
    const rows = await tx.resume.findMany({
      where: { OR: [{ id: { in: resumeIds } }, { duplicateOfId: { in: resumeIds } }], ...visibleResumes(viewer) },
      select: { id: true, candidateId: true, joinedFromId: true, storageKey: true },
    });
    const ids = rows.map(({ id }) => id);
    await tx.resume.deleteMany({ where: { id: { in: ids } } });
    const candidateIds = rows.flatMap(({ candidateId }) => candidateId ?? []);
    await tx.candidate.deleteMany({ where: { id: { in: candidateIds }, resumes: { none: {} } } });
    await deleteFormerCandidates(
      tx,
      rows.flatMap(({ joinedFromId }) => joinedFromId ?? []),
    );
    for (const id of ids)
      await recordAudit(tx, { viewer, action: "resume.deleted", subjectType: "resume", subjectId: id });
    return rows;
  });
  for (const { storageKey } of removed) await storage().remove(storageKey);
  return { deleted: removed.length };
}

/** Candidates that were joined to another one and have no resume left to go back to. */
async function deleteFormerCandidates(tx: Transaction, ids: string[]) {
  const where = { joinedFromId: { in: ids } };
  const left = await tx.resume.findMany({ where, select: { joinedFromId: true } });
  const gone = ids.filter((id) => !left.some(({ joinedFromId }) => joinedFromId === id));
  await tx.candidate.deleteMany({ where: { id: { in: gone }, resumes: { none: {} } } });
}

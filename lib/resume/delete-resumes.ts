import "server-only";
import { resumesDeleted } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudits } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { audioFolderOf } from "@/lib/interview/audio";
import { abandonFiles } from "@/lib/storage/abandon-files";
import { filesOf } from "@/lib/video/remove-video";

/** How long a deletion can be undone. Until then nobody sees the resumes, nor what hangs on them. */
export const undoMinutes = 10;

type DeleteResumes = { resumeIds: string[]; viewer: Viewer };

/** Takes resumes, with the files of the same text, out of sight at once and deletes them when undoing has ended. */
export async function deleteResumes({ resumeIds, viewer }: DeleteResumes): Promise<{ deleted: number }> {
  assertCan(viewer, "resume:delete");
  const { organisationId } = viewer;
  const now = new Date();
  const deleteAt = new Date(now.getTime() + undoMinutes * 60_000);
  const ids = await scopedDb(organisationId).$transaction(async (tx) => {
    const rows = await tx.resume.updateManyAndReturn({
      where: { OR: [{ id: { in: resumeIds } }, { duplicateOfId: { in: resumeIds } }], ...visibleResumes(viewer) },
      data: { removedAt: now, deleteAt },
      select: { id: true },
    });
    const event = { viewer, action: "resume.deleted", subjectType: "resume" };
    await recordAudits(
      tx,
      rows.map(({ id }) => ({ ...event, subjectId: id })),
    );
    if (rows.length > 0) await enqueue(tx, resumesDeleted.create({ organisationId, deleteAt: deleteAt.toISOString() }));
    return rows.map(({ id }) => id);
  });
  wakeJobs();
  return { deleted: ids.length };
}

/** Undoes a deletion. One whose time has run out is gone. */
export async function restoreResumes({ resumeIds, viewer }: DeleteResumes): Promise<{ restored: number }> {
  assertCan(viewer, "resume:delete");
  return scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const rows = await tx.resume.updateManyAndReturn({
      where: { OR: [{ id: { in: resumeIds } }, { duplicateOfId: { in: resumeIds } }], deleteAt: { gt: new Date() } },
      data: { removedAt: null, deleteAt: null },
      select: { id: true },
    });
    const event = { viewer, action: "resume.restored", subjectType: "resume" };
    await recordAudits(
      tx,
      rows.map(({ id }) => ({ ...event, subjectId: id })),
    );
    return { restored: rows.length };
  });
}

/**
 * Deletes what was to be deleted by `asOf`: resumes with files, text, applications, screenings, interviews, videos and reports; a candidate
 * without another resume goes too. A job removes the files. Safe to repeat.
 */
export async function purgeResumes({ organisationId, asOf }: { organisationId: string; asOf: Date }) {
  const purged = await scopedDb(organisationId).$transaction(async (tx) => {
    const rows = await tx.resume.findMany({
      where: { deleteAt: { lte: asOf } },
      select: { id: true, candidateId: true, joinedFromId: true, storageKey: true },
    });
    const ids = rows.map(({ id }) => id);
    const applications = await tx.application.findMany({
      where: { resumeId: { in: ids } },
      select: { id: true, positionId: true },
    });
    // Reports name the people in them.
    const interviews = await tx.interview.findMany({ where: { resumeId: { in: ids } }, select: { id: true } });
    const subjects = [
      ...applications.flatMap(({ id, positionId }) => [id, positionId]),
      ...interviews.map(({ id }) => id),
    ];
    const videos = await tx.video.findMany({
      where: { resumeId: { in: ids } },
      select: { storageKey: true, posterKey: true, audioKeys: true },
    });
    const reports = await tx.report.findMany({ where: { subjectId: { in: subjects } }, select: { storageKey: true } });
    await tx.report.deleteMany({ where: { subjectId: { in: subjects } } });
    await tx.resume.deleteMany({ where: { id: { in: ids } } });
    const candidateIds = rows.flatMap(({ candidateId }) => candidateId ?? []);
    await tx.candidate.deleteMany({ where: { id: { in: candidateIds }, resumes: { none: {} } } });
    await deleteFormerCandidates(
      tx,
      rows.flatMap(({ joinedFromId }) => joinedFromId ?? []),
    );
    const keys = [
      ...[...rows, ...reports].flatMap(({ storageKey }) => storageKey ?? []),
      ...videos.flatMap(filesOf),
      ...interviews.map(({ id }) => audioFolderOf(id)),
    ];
    await abandonFiles(tx, { organisationId, keys });
    return rows.length;
  });
  wakeJobs();
  return { purged };
}

/** Candidates that were joined to another one and have no resume left to go back to. */
async function deleteFormerCandidates(tx: Transaction, ids: string[]) {
  const where = { joinedFromId: { in: ids } };
  const left = await tx.resume.findMany({ where, select: { joinedFromId: true } });
  const gone = ids.filter((id) => !left.some(({ joinedFromId }) => joinedFromId === id));
  await tx.candidate.deleteMany({ where: { id: { in: gone }, resumes: { none: {} } } });
}

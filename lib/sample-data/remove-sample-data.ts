import "server-only";
import { resumeReceived } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { audioFolderOf } from "@/lib/interview/audio";
import { abandonFiles } from "@/lib/storage/abandon-files";

/** After this long nobody is adding any more, whatever the row says. */
const longestAddingMs = 30 * 60_000;

/**
 * Deletes the demo's resumes and positions with all that hangs on them. What a person added stays: their resumes,
 * also those screened for a sample position, and their positions, also those a sample resume was screened for.
 *
 * @throws conflict while the samples are still being added
 */
export async function removeSampleData({
  viewer,
}: {
  viewer: Viewer;
}): Promise<{ resumes: number; positions: number }> {
  assertCan(viewer, "resume:delete");
  const { organisationId } = viewer;
  const removed = await scopedDb(organisationId).$transaction(async (tx) => {
    const since = new Date(Date.now() - longestAddingMs);
    const running = { state: { in: ["pending" as const, "running" as const] }, requestedAt: { gte: since } };
    const sample = await tx.sampleData.findFirst({ select: { batchId: true } });
    await tx.sampleData.deleteMany({ where: { NOT: running } });
    if ((await tx.sampleData.count()) > 0) throw new AppError("conflict", "sample_data_running");

    const resumes = await tx.resume.findMany({
      where: { isSample: true },
      select: { id: true, candidateId: true, storageKey: true },
    });
    const positions = await tx.position.findMany({ where: { isSample: true }, select: { id: true } });
    const resumeIds = resumes.map(({ id }) => id);
    await releaseCopies(tx, { organisationId, resumeIds });
    const { reports, interviewIds } = await removeWhatIsNotLinked(tx, {
      resumeIds,
      positionIds: positions.map(({ id }) => id),
    });
    await tx.importItem.deleteMany({ where: { resume: { isSample: true } } });
    await tx.importBatch.deleteMany({ where: { id: { in: sample ? [sample.batchId] : [] }, items: { none: {} } } });
    await tx.resume.deleteMany({ where: { isSample: true } });
    await tx.position.deleteMany({ where: { isSample: true } });
    const candidateIds = resumes.flatMap(({ candidateId }) => candidateId ?? []);
    await tx.candidate.deleteMany({ where: { id: { in: candidateIds }, resumes: { none: {} } } });
    const details = { resumes: resumes.length, positions: positions.length };
    const subject = { subjectType: "organisation", subjectId: organisationId };
    await recordAudit(tx, { viewer, action: "sample_data.removed", ...subject, details });
    const keys = [...resumes, ...reports].flatMap(({ storageKey }) => storageKey ?? []);
    await abandonFiles(tx, { organisationId, keys: [...keys, ...interviewIds.map(audioFolderOf)] });
    return details;
  });
  wakeJobs();
  return removed;
}

/** Somebody's own file with a sample's text stood in its shadow; it is read again, as a resume of its own. */
async function releaseCopies(
  tx: Transaction,
  { organisationId, resumeIds }: { organisationId: string; resumeIds: string[] },
) {
  const copies = await tx.resume.updateManyAndReturn({
    where: { duplicateOfId: { in: resumeIds }, isSample: false },
    data: { duplicateOfId: null, textHash: null, state: "PENDING" },
    select: { id: true },
  });
  for (const { id: resumeId } of copies) await enqueue(tx, resumeReceived.create({ organisationId, resumeId }));
}

/** Rows that name a resume, position or application without a foreign key. */
async function removeWhatIsNotLinked(tx: Transaction, ids: { resumeIds: string[]; positionIds: string[] }) {
  const { resumeIds, positionIds } = ids;
  const applications = await tx.application.findMany({
    where: { OR: [{ resumeId: { in: resumeIds } }, { positionId: { in: positionIds } }] },
    select: { id: true },
  });
  const applicationIds = applications.map(({ id }) => id);
  const subjects = [...resumeIds, ...positionIds, ...applicationIds];
  const interviews = await tx.interview.findMany({
    where: { applicationId: { in: applicationIds } },
    select: { id: true },
  });
  const where = { subjectId: { in: subjects } };
  const reports = await tx.report.findMany({ where, select: { storageKey: true } });
  await tx.report.deleteMany({ where });
  await tx.resumeReview.deleteMany({ where: { resumeId: { in: resumeIds } } });
  await tx.video.updateMany({ where: { resumeId: { in: resumeIds } }, data: { resumeId: null } });
  return { reports, interviewIds: interviews.map(({ id }) => id) };
}

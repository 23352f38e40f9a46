import "server-only";
import { resumeReceived } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudits } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { requestRereading } from "@/lib/resume/rereading/request-rereading";

/**
 * Reads resumes again. A failed one starts anew; of one that was read the reading stands until there is another. One
 * that is being read is left alone, so a double click does nothing twice.
 */
export async function retryResumes({
  resumeIds,
  viewer,
}: {
  resumeIds: string[];
  viewer: Viewer;
}): Promise<{ retried: number }> {
  assertCan(viewer, "resume:import");
  const { organisationId } = viewer;
  const visible = { id: { in: resumeIds }, ...visibleResumes(viewer) };
  const retried = await scopedDb(organisationId).$transaction(async (tx) => {
    const failed = await tx.resume.updateManyAndReturn({
      where: { ...visible, state: "FAILED" },
      data: { state: "PENDING", failureReason: null },
      select: { id: true },
    });
    for (const { id } of failed) await enqueue(tx, resumeReceived.create({ organisationId, resumeId: id }));
    const read = await tx.resume.findMany({ where: { ...visible, state: "COMPLETED" }, select: { id: true } });
    const ids = read.map(({ id }) => id);
    await requestRereading(tx, { organisationId, resumeIds: ids });
    const event = { viewer, action: "resume.reread", subjectType: "resume" };
    await recordAudits(
      tx,
      ids.map((subjectId) => ({ ...event, subjectId })),
    );
    return failed.length + ids.length;
  });
  wakeJobs();
  return { retried };
}

import "server-only";
import { resumeReceived } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";

/** Reads failed resumes again. One that is not failed is left alone, so a double click does nothing twice. */
export async function retryResumes({
  resumeIds,
  viewer,
}: {
  resumeIds: string[];
  viewer: Viewer;
}): Promise<{ retried: number }> {
  assertCan(viewer, "resume:import");
  const retried = await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const rows = await tx.resume.updateManyAndReturn({
      where: { id: { in: resumeIds }, state: "FAILED" },
      data: { state: "PENDING", failureReason: null },
      select: { id: true },
    });
    for (const { id } of rows) {
      await enqueue(tx, resumeReceived.create({ organisationId: viewer.organisationId, resumeId: id }));
    }
    return rows.length;
  });
  wakeJobs();
  return { retried };
}

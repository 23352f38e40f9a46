import "server-only";
import { randomUUID } from "node:crypto";
import { sampleDataRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { demoFileCount, demoSeed } from "@/lib/demo/kinds";
import { AppError } from "@/lib/errors";

type RequestSampleData = { viewer: Viewer; seed?: number };

/**
 * Starts to add the demo's resumes and positions. A second request while they are being added gives the same
 * import; after a failure it goes on where the first one stopped.
 *
 * @throws conflict when sample data is here already
 */
export async function requestSampleData({ viewer, seed = demoSeed }: RequestSampleData) {
  assertCan(viewer, "resume:import");
  const { organisationId, userId: requestedById } = viewer;
  const batchId = await scopedDb(organisationId).$transaction(async (tx) => {
    const data = { organisationId, batchId: randomUUID(), seed, requestedById };
    const { count } = await tx.sampleData.createMany({ data, skipDuplicates: true });
    if (count === 0) {
      await tx.$executeRaw`select from sample_data where organisation_id = ${organisationId}::uuid for update`;
      const known = await tx.sampleData.findFirstOrThrow({ select: { batchId: true, state: true } });
      if (known.state === "completed") throw new AppError("conflict", "sample_data_present");
      if (known.state !== "failed") return known.batchId;
      await tx.sampleData.updateMany({ where: {}, data: { state: "pending", requestedById, requestedAt: new Date() } });
      await enqueue(tx, sampleDataRequested.create({ organisationId, batchId: known.batchId }));
      return known.batchId;
    }
    const event = { id: `sample-data-requested-${data.batchId}` };
    await enqueue(tx, sampleDataRequested.create({ organisationId, batchId: data.batchId }, event));
    const details = { seed };
    const subject = { subjectType: "organisation", subjectId: organisationId };
    await recordAudit(tx, { viewer, action: "sample_data.requested", ...subject, details });
    return data.batchId;
  });
  wakeJobs();
  return { batchId, total: demoFileCount };
}

import "server-only";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { BatchView } from "@/lib/screening/schema";

type ListBatches = { viewer: Viewer; positionId?: string; batchId?: string; limit?: number };

/** The newest screenings with how far each has come. */
export async function listBatches({ viewer, positionId, batchId, limit = 50 }: ListBatches): Promise<BatchView[]> {
  assertCan(viewer, "screening:read");
  const db = scopedDb(viewer.organisationId);
  if (positionId) {
    const position = await db.position.findFirst({
      where: { id: positionId, ...visiblePositions(viewer) },
      select: { id: true },
    });
    if (!position) throw new AppError("not_found", "position_not_found");
  }
  const where: Prisma.ScreeningBatchWhereInput = {
    position: visiblePositions(viewer),
    ...(positionId && { positionId }),
    ...(batchId && { id: batchId }),
  };
  const batches = await db.screeningBatch.findMany({
    where,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
    include: { positionVersion: { select: { title: true, version: true } } },
  });
  const counts = await db.screeningRun.groupBy({
    by: ["batchId", "state"],
    where: { batchId: { in: batches.map(({ id }) => id) } },
    _count: true,
  });
  const count = (id: string, state: string) =>
    counts.find((row) => row.batchId === id && row.state === state)?._count ?? 0;
  const refined = await db.screeningRun.groupBy({
    by: ["batchId"],
    where: { batchId: { in: batches.map(({ id }) => id) }, state: "running", comprehensiveScore: { not: null } },
    _count: true,
  });
  const ended = (id: string) => 2 * (count(id, "completed") + count(id, "failed"));
  const begun = (id: string) => refined.find(({ batchId }) => batchId === id)?._count ?? 0;
  return batches.map((batch) => ({
    id: batch.id,
    positionId: batch.positionId,
    positionTitle: batch.positionVersion.title,
    version: batch.positionVersion.version,
    engine: batch.engine,
    state: batch.state,
    isPaused: batch.pausedAt !== null,
    total: batch.total,
    completed: count(batch.id, "completed"),
    failed: count(batch.id, "failed"),
    cancelled: count(batch.id, "cancelled"),
    changes: ended(batch.id) + begun(batch.id),
    createdAt: batch.createdAt.toISOString(),
    finishedAt: batch.finishedAt?.toISOString() ?? null,
  }));
}

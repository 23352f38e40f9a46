import "server-only";
import { randomUUID } from "node:crypto";
import type { z } from "zod";
import { spreadRequested } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { modelNameOf } from "@/lib/ai/settings/find-model";
import { readStoredSettings } from "@/lib/ai/settings/stored-settings";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { chooseCandidates } from "./choose-candidates";
import type { startSpreadInput } from "./schema";

type StartSpread = z.infer<typeof startSpreadInput> & { positionId: string; viewer: Viewer };

/**
 * Has the experts asked anew several times about the highest scored candidates of a position, to measure how far the same input comes
 * out differently. Each time is paid for.
 *
 * @throws conflict without experts by a model, without a screened candidate, and while another measurement is under way
 */
export async function startSpread({ positionId, times, candidates, viewer }: StartSpread): Promise<{ id: string }> {
  assertCan(viewer, "screening:start");
  const { organisationId } = viewer;
  const position = await scopedDb(organisationId).position.findFirst({
    where: { id: positionId, ...visiblePositions(viewer) },
    select: { archivedAt: true, versions: { orderBy: { version: "desc" }, take: 1, select: { id: true } } },
  });
  const version = position?.versions[0];
  if (!version) throw new AppError("not_found", "position_not_found");
  if (position.archivedAt) throw new AppError("conflict", "position_archived");
  const stored = await readStoredSettings(organisationId);
  const model = stored.asksExperts ? modelNameOf({ stored, task: "experts" }) : null;
  if (model === null) throw new AppError("conflict", "experts_not_set_up");
  const screened = await chooseCandidates({ positionId, count: candidates, viewer });
  if (screened.length === 0) throw new AppError("conflict", "calibration_unscreened");

  const id = randomUUID();
  await scopedDb(organisationId).$transaction(async (tx) => {
    // Two that are asked for at once: one is made.
    await tx.$queryRaw`select id from position where id = ${positionId}::uuid for update`;
    const open = { positionId, state: { in: ["pending" as const, "running" as const] } };
    if ((await tx.spreadMeasurement.count({ where: open })) > 0) throw new AppError("conflict", "spread_running");
    const applicationIds = screened.map((application) => application.id);
    await tx.spreadMeasurement.create({
      data: {
        ...{ id, organisationId, positionId, positionVersionId: version.id, model, times, applicationIds },
        createdById: viewer.userId,
      },
    });
    await enqueue(tx, spreadRequested.create({ organisationId, measurementId: id }, { id: `spread-requested-${id}` }));
    const details = { measurementId: id, times, candidates: applicationIds.length };
    const subject = { subjectType: "position", subjectId: positionId, details };
    await recordAudit(tx, { viewer, action: "screening.spread_measured", ...subject });
  });
  wakeJobs();
  return { id };
}

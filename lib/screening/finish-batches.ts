import "server-only";
import { scopedDb } from "@/lib/db";
import { tellWebhooks } from "@/lib/webhook/tell-webhooks";

type FinishBatches = { organisationId: string; batchIds: (string | null)[] };

/**
 * The last run to end closes its batch. It has failed only when every run did, and is cancelled when a run was. The
 * batch is locked first, so that runs which are made to wait again meanwhile are seen.
 */
export async function finishBatches({ organisationId, batchIds }: FinishBatches) {
  const ids = [...new Set(batchIds)].filter((id) => id !== null);
  if (ids.length === 0) return;
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.$queryRaw`
      select id from screening_batch
      where id = any(${ids}::uuid[]) and organisation_id = ${organisationId}::uuid order by id for update`;
    const finished = await tx.$queryRaw<{ batchId: string; positionId: string; state: string }[]>`
      update screening_batch batch
      set finished_at = now(), paused_at = null,
        state = case
          when exists (select from screening_run where batch_id = batch.id and state = 'cancelled') then 'cancelled'
          when exists (select from screening_run where batch_id = batch.id and state = 'completed') then 'completed'
          else 'failed' end::work_state
      where id = any(${ids}::uuid[]) and organisation_id = ${organisationId}::uuid and state in ('pending', 'running')
        and not exists (select from screening_run where batch_id = batch.id and state in ('pending', 'running'))
      returning id as "batchId", position_id as "positionId", state::text as state`;
    if (finished.length > 0) await tellWebhooks(tx, { organisationId, type: "screening.finished", data: finished });
  });
}

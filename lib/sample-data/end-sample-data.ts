import "server-only";
import { scopedDb } from "@/lib/db";
import type { SampleIds } from "./find-sample";

/** Notes where a person is waiting that the job has ended, one way or the other. */
export async function endSampleData({ organisationId, batchId, state }: SampleIds & { state: "completed" | "failed" }) {
  await scopedDb(organisationId).sampleData.updateMany({ where: { batchId }, data: { state } });
}

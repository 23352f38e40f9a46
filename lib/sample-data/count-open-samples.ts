import "server-only";
import { scopedDb } from "@/lib/db";
import type { SampleIds } from "./find-sample";

export function countUnreadSamples({ organisationId }: SampleIds): Promise<number> {
  const where = { isSample: true, state: { in: ["PENDING" as const, "PROCESSING" as const] } };
  return scopedDb(organisationId).resume.count({ where });
}

export function countUnscreenedSamples({ organisationId }: SampleIds): Promise<number> {
  const where = { position: { isSample: true }, state: { in: ["pending" as const, "running" as const] } };
  return scopedDb(organisationId).screeningBatch.count({ where });
}

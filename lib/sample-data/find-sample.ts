import "server-only";
import { NonRetriableError } from "inngest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";

export type SampleIds = { organisationId: string; batchId: string };

/**
 * The sample data that a job adds, with the person it acts for.
 *
 * @throws for good when it was removed meanwhile or that person may no longer do it
 */
export async function getSample({ organisationId, batchId }: SampleIds): Promise<{ seed: number; viewer: Viewer }> {
  const db = scopedDb(organisationId);
  const sample = await db.sampleData.findFirst({ where: { batchId }, select: { seed: true, requestedById: true } });
  if (!sample) throw new NonRetriableError("The sample data was removed");
  const user = await db.user.findFirst({ where: { id: sample.requestedById, disabledAt: null } });
  if (!user) throw new NonRetriableError("The person who asked for sample data has no account any more");
  const { id: userId, role, name, email } = user;
  return { seed: sample.seed, viewer: { userId, organisationId, role, name, email } };
}

import { filesAbandoned } from "@/inngest/events";
import { systemDb } from "@/lib/db";
import { removeFiles } from "@/lib/storage/abandon-files";

/** What the job would do, for tests without one: removes the files that deletions gave up. */
export async function removeAbandonedFiles() {
  const events = await systemDb().jobEvent.findMany({ where: { name: filesAbandoned.name } });
  for (const { payload } of events) await removeFiles((payload as { data: { keys: string[] } }).data.keys);
}

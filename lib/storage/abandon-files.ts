import "server-only";
import { filesAbandoned } from "@/inngest/events";
import { enqueue, type OutboxTransaction } from "@/inngest/outbox";
import { storage } from "@/lib/storage/storage";

type Abandon = { organisationId: string; keys: string[] };
const keysPerEvent = 1000;

/**
 * Has a job remove files, when the transaction that removes their rows has ended: a crash between the two loses
 * neither. A key that ends in a slash is a folder.
 */
export async function abandonFiles(tx: OutboxTransaction, { organisationId, keys }: Abandon) {
  for (let start = 0; start < keys.length; start += keysPerEvent)
    await enqueue(tx, filesAbandoned.create({ organisationId, keys: keys.slice(start, start + keysPerEvent) }));
}

/** Safe to repeat. */
export async function removeFiles(keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (!key.endsWith("/")) await storage().remove(key);
    else for await (const file of storage().list(key)) await storage().remove(file.key);
  }
}

import "server-only";
import { systemDb } from "@/lib/db";
import { uploadsPrefix } from "@/lib/resume/direct-upload/upload-key";
import { storage } from "@/lib/storage/storage";

const keptMs = 24 * 60 * 60_000;
/** Few enough that a step ends soon. */
const mostRemoved = 200;

/**
 * Removes files that a browser put into storage and the library never took over: the page was closed, or the file was
 * not whole. They are kept for a day, in which sending goes on where it broke off, and for as long as a row points at
 * them. Safe to repeat.
 *
 * @returns how many were removed, and whether there may be more
 */
export async function removeUnfinishedUploads(now = new Date()): Promise<{ removed: number; isMore: boolean }> {
  const old: string[] = [];
  for await (const { key, storedAt } of storage().list(uploadsPrefix)) {
    if (storedAt.getTime() < now.getTime() - keptMs) old.push(key);
    if (old.length === mostRemoved) break;
  }
  const where = { storageKey: { in: old } };
  const select = { storageKey: true };
  // For every organisation: a key does not say whose file it is.
  const db = systemDb();
  const rows = await Promise.all([
    db.resume.findMany({ where, select }),
    db.importItem.findMany({ where, select }),
    db.video.findMany({ where, select }),
    db.report.findMany({ where, select }),
  ]);
  const used = new Set(rows.flat().map(({ storageKey }) => storageKey));
  const unused = old.filter((key) => !used.has(key));
  for (const key of unused) await storage().remove(key);
  return { removed: unused.length, isMore: old.length === mostRemoved && unused.length > 0 };
}

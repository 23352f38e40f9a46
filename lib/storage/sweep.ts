import "server-only";
import { systemDb } from "@/lib/db";
import { storage } from "@/lib/storage/storage";

/** What browsers send to `uploads/` has rules of its own: removeUnfinishedUploads. */
const swept = ["resumes/", "archives/", "reports/", "videos/", "interviews/"];
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const keysAtOnce = 500;
/** In a day a sender has come back, and a job that writes a file before its row has ended. */
const keptMs = 24 * 60 * 60_000;

/** Files older than `before` that belong to no row: what a crash leaves between the two. */
export async function* findOrphans(before = new Date(Date.now() - keptMs)): AsyncGenerator<string> {
  for (const folder of swept) {
    let keys: string[] = [];
    for await (const { key, storedAt } of storage().list(folder)) {
      if (storedAt >= before) continue;
      keys.push(key);
      if (keys.length < keysAtOnce) continue;
      yield* await withoutRow(keys);
      keys = [];
    }
    yield* await withoutRow(keys);
  }
}

/** Removes them, with what was half written. Safe to repeat. @returns how many */
export async function removeOrphans(before = new Date(Date.now() - keptMs)): Promise<number> {
  let removed = (await storage().removeUnfinished?.(before)) ?? 0;
  for await (const key of findOrphans(before)) {
    await storage().remove(key);
    removed += 1;
  }
  return removed;
}

/** A file is its row's when the key holds the row's id, or is what the row names. */
async function withoutRow(keys: string[]): Promise<string[]> {
  if (keys.length === 0) return [];
  const idsOf = (key: string) => key.match(uuid) ?? [];
  const ids = [...new Set(keys.flatMap(idsOf))];
  const rows = await systemDb().$queryRaw<{ found: string }[]>`
    select id::text as found from resume where id = any(${ids}::uuid[])
    union select id::text from import_item where id = any(${ids}::uuid[])
    union select id::text from report where id = any(${ids}::uuid[])
    union select id::text from video where id = any(${ids}::uuid[])
    union select id::text from video_upload where id = any(${ids}::uuid[])
    union select segment_id::text from interview_audio where segment_id = any(${ids}::uuid[])
    union select storage_key from resume where storage_key = any(${keys})
    union select storage_key from video where storage_key = any(${keys})`;
  const found = new Set(rows.map((row) => row.found));
  return keys.filter((key) => !found.has(key) && !idsOf(key).some((id) => found.has(id)));
}

const rowsAtOnce = 1000;

/** Rows whose file is gone, by their ids. */
export async function* findMissingFiles(): AsyncGenerator<{ table: string; id: string }> {
  for (const table of ["resume", "video", "report"] as const) {
    for (let after = "00000000-0000-0000-0000-000000000000"; ; ) {
      const rows = await systemDb().$queryRawUnsafe<{ id: string; key: string }[]>(
        `select id::text, storage_key as key from "${table}" where id > $1::uuid and storage_key is not null
         order by id limit ${rowsAtOnce}`,
        after,
      );
      for (const { id, key } of rows) if ((await storage().sizeOf(key)) === null) yield { table, id };
      after = rows.at(-1)?.id ?? after;
      if (rows.length < rowsAtOnce) break;
    }
  }
}

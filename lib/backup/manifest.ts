import { createHash, type Hash } from "node:crypto";
import { z } from "zod";

export const manifestName = "manifest.json";
export const backupFormat = 1;

const entry = z.object({ sha256: z.string(), bytes: z.int() });

/** What a backup says of itself: every entry with its hash, and what it fits to. */
export const manifest = z.object({
  format: z.literal(backupFormat),
  madeAt: z.iso.datetime(),
  /** The migrations the database had, in their order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** By version, what a key gives away of itself; the keys are in no backup. */
  keys: z.record(z.string(), z.string()),
  tables: z.array(entry.extend({ name: z.string(), columns: z.string().array(), rows: z.int() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string(), isCalled: z.boolean() })),
  files: z.array(entry.extend({ key: z.string() })),
});
export type Manifest = z.infer<typeof manifest>;

/** Made anew or worthless elsewhere: counters of limits, and sessions, which a copy of the data must not open. */
export const leftOutTables = ["rate_limit_window", "user_session"];

/** Passes bytes on, and tells their hash and number once they have passed. */
export function counted(chunks: AsyncIterable<Uint8Array>) {
  const hash: Hash = createHash("sha256");
  let bytes = 0;
  const passed = async function* () {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
      yield chunk;
    }
  };
  return { chunks: passed(), result: () => ({ sha256: hash.digest("hex"), bytes }) };
}

export class BackupError extends Error {}

import "server-only";
import { limitRate } from "@/lib/auth/rate-limit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

const daySeconds = 86_400;
const gigabyte = 1_000_000_000;
const knownForMs = 10_000;

/** What organisations kept when last counted, with what came since through this process. */
const kept = new Map<string, { bytes: number; asOf: number }>();

/**
 * Counts a file that somebody sends, where `UPLOADS_PER_DAY` says how many there may be.
 *
 * @throws rate_limited beyond it
 */
export async function countUpload({ userId }: Viewer): Promise<void> {
  const { UPLOADS_PER_DAY: limit } = env();
  if (!limit) return;
  await limitRate({ key: `uploads:${userId}`, limit, windowSeconds: daySeconds }).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    const { retryAfterSeconds } = error;
    throw new AppError("rate_limited", "uploads_of_day", { values: { limit }, retryAfterSeconds });
  });
}

/**
 * Refuses what an organisation's files would outgrow `STORAGE_LIMIT_GB` with. Several at once may pass it by what
 * arrives within ten seconds through other processes.
 *
 * @throws conflict
 */
export async function assertStorageFor({ organisationId, bytes }: { organisationId: string; bytes: number }) {
  const { STORAGE_LIMIT_GB: limit } = env();
  if (!limit) return;
  let known = kept.get(organisationId);
  if (!known || Date.now() - known.asOf > knownForMs) {
    known = { bytes: await countBytes(organisationId), asOf: Date.now() };
    kept.set(organisationId, known);
  }
  if (known.bytes + bytes > limit * gigabyte) throw new AppError("conflict", "storage_full", { values: { limit } });
  known.bytes += bytes;
}

async function countBytes(organisationId: string): Promise<number> {
  const db = scopedDb(organisationId);
  const [resumes, videos] = await Promise.all([
    db.resume.aggregate({ _sum: { fileSize: true } }),
    db.video.aggregate({ _sum: { fileSize: true } }),
  ]);
  return (resumes._sum.fileSize ?? 0) + Number(videos._sum.fileSize ?? 0);
}

/** For tests: what was counted before is forgotten. */
export function forgetKept() {
  kept.clear();
}

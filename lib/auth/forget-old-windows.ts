import "server-only";
import { systemDb } from "@/lib/db";

/** Longer than the longest window counts, which is with the one before it. */
const keptMs = 3 * 3_600_000;

/** Forgets who called when, once no limit asks for it. */
export async function forgetOldWindows(now = new Date()): Promise<{ removed: number }> {
  const where = { startedAt: { lt: new Date(now.getTime() - keptMs) } };
  const { count } = await systemDb().rateLimitWindow.deleteMany({ where });
  return { removed: count };
}

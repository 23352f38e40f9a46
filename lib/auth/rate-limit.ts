import "server-only";
import { countersDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

/**
 * Counts a call against a limit that holds across processes: the count of the running window plus the
 * previous one's, weighted by how much of it still lies within the last `windowSeconds`.
 *
 * @throws rate_limited with the seconds to wait
 */
export async function limitRate(options: { key: string; limit: number; windowSeconds: number; now?: Date }) {
  const { key, limit, windowSeconds, now = new Date() } = options;
  const windowMs = windowSeconds * 1000;
  const startedAt = new Date(Math.floor(now.getTime() / windowMs) * windowMs);
  const previousStart = new Date(startedAt.getTime() - windowMs);
  const db = countersDb();
  const [current] = await db.$queryRaw<{ count: number }[]>`
    insert into rate_limit_window (key, started_at, count) values (${key}, ${startedAt}, 1)
    on conflict (key, started_at) do update set count = rate_limit_window.count + 1
    returning count`;
  const previous = await db.rateLimitWindow.findUnique({ where: { key_startedAt: { key, startedAt: previousStart } } });
  const elapsed = (now.getTime() - startedAt.getTime()) / windowMs;
  const used = (current?.count ?? 0) + (previous?.count ?? 0) * (1 - elapsed);
  if (used > limit) {
    const retryAfterSeconds = Math.max(1, Math.ceil(windowSeconds * (1 - elapsed)));
    throw new AppError("rate_limited", "rate_limited", { values: { seconds: retryAfterSeconds }, retryAfterSeconds });
  }
}

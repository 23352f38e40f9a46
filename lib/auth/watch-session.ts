import "server-only";
import { openSessions } from "@/lib/auth/sessions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

type Watched<T> = { viewer: Viewer; signal: AbortSignal; everyMs?: number; work: (signal: AbortSignal) => Promise<T> };

/**
 * For an answer that goes on for a while: ends it, as the next request would be refused, once the viewer's session has
 * ended, their account was disabled or their role has changed.
 *
 * @throws unauthorized when that happened
 */
export async function whileSignedIn<T>({ viewer, signal, everyMs = 1000, work }: Watched<T>): Promise<T> {
  const ended = new AbortController();
  const timer = setInterval(() => {
    // A database that does not answer is no reason to cut anybody off.
    void isSignedIn(viewer).then(
      (isOpen) => isOpen || ended.abort(),
      () => undefined,
    );
  }, everyMs);
  try {
    return await work(AbortSignal.any([signal, ended.signal]));
  } catch (error) {
    if (ended.signal.aborted) throw new AppError("unauthorized", "unauthorized", { cause: error });
    throw error;
  } finally {
    clearInterval(timer);
  }
}

async function isSignedIn({ organisationId, userId, role, sessionId }: Viewer): Promise<boolean> {
  const sessions = sessionId ? { some: { id: sessionId, ...openSessions() } } : undefined;
  const where = { id: userId, role, disabledAt: null, sessions };
  return (await scopedDb(organisationId).user.count({ where })) > 0;
}

import "server-only";
import { openSessions } from "@/lib/auth/sessions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

type Watched<T> = { viewer: Viewer; signal: AbortSignal; work: (signal: AbortSignal) => Promise<T> };
type Watch = { viewer: Viewer; ended: AbortController };

const everyMs = 1000;
const watches = new Set<Watch>();
let isLooking = false;

/**
 * For an answer that goes on for a while: ends it, as the next request would be refused, once the viewer's session has
 * ended, their account was disabled or their role has changed. However many go on, the database is asked once a second
 * for each organisation.
 *
 * @throws unauthorized when that happened
 */
export async function whileSignedIn<T>({ viewer, signal, work }: Watched<T>): Promise<T> {
  const watch = { viewer, ended: new AbortController() };
  watches.add(watch);
  if (!isLooking) setTimeout(look, everyMs);
  isLooking = true;
  try {
    return await work(AbortSignal.any([signal, watch.ended.signal]));
  } catch (error) {
    if (watch.ended.signal.aborted) throw new AppError("unauthorized", "unauthorized", { cause: error });
    throw error;
  } finally {
    watches.delete(watch);
  }
}

async function look(): Promise<void> {
  const byOrganisation = new Map<string, Watch[]>();
  for (const watch of watches) {
    const { organisationId } = watch.viewer;
    const some = byOrganisation.get(organisationId);
    if (some) some.push(watch);
    else byOrganisation.set(organisationId, [watch]);
  }
  // A database that does not answer is no reason to cut anybody off.
  await Promise.allSettled([...byOrganisation].map(([organisationId, some]) => endSignedOut(organisationId, some)));
  isLooking = watches.size > 0;
  if (isLooking) setTimeout(look, everyMs);
}

async function endSignedOut(organisationId: string, some: readonly Watch[]): Promise<void> {
  const userIds = new Set(some.map(({ viewer }) => viewer.userId));
  const sessionIds = new Set(some.flatMap(({ viewer }) => viewer.sessionId ?? []));
  const people = await scopedDb(organisationId).user.findMany({
    where: { id: { in: [...userIds] }, disabledAt: null },
    select: {
      ...{ id: true, role: true },
      sessions: { where: { id: { in: [...sessionIds] }, ...openSessions() }, select: { id: true } },
    },
  });
  const signedIn = new Map(people.map((person) => [person.id, person]));
  for (const { viewer, ended } of some) {
    const person = signedIn.get(viewer.userId);
    const isOpen = !viewer.sessionId || person?.sessions.some(({ id }) => id === viewer.sessionId);
    if (person?.role !== viewer.role || !isOpen) ended.abort();
  }
}

import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { SessionView } from "@/lib/auth/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, systemDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

export const idleHours = 12;
export const absoluteDays = 7;
const longestUserAgent = 200;
const hourMs = 3_600_000;

type StartSession = { userId: string; ip: string; userAgent: string; replaces: string | null };

/**
 * Begins a session of its own for each sign-in and puts it on record; the one that the same browser had before ends.
 *
 * @returns what the cookie names; null for an account that is gone or disabled
 */
export async function startSession({ userId, ip, userAgent, replaces }: StartSession) {
  const user = await systemDb().user.findUnique({ where: { id: userId } });
  if (!user || user.disabledAt) return null;
  const { organisationId, sessionVersion } = user;
  return scopedDb(organisationId).$transaction(async (tx) => {
    if (replaces)
      await tx.userSession.updateMany({ where: { id: replaces, endedAt: null }, data: { endedAt: new Date() } });
    const data = { organisationId, userId, ip, userAgent: userAgent.slice(0, longestUserAgent) };
    const { id: sessionId } = await tx.userSession.create({ data, select: { id: true } });
    await tx.user.update({ where: { id: userId }, data: { lastSignInAt: new Date() } });
    const by = { organisationId, kind: "user" as const, id: userId, ip };
    await recordAudit(tx, { by, action: "session.started", subjectType: "session", subjectId: sessionId });
    return { sessionId, sessionVersion };
  });
}

/** Signing out: the cookie that named it opens nothing any more. */
export async function endSession(sessionId: string) {
  const session = await systemDb().userSession.findUnique({ where: { id: sessionId } });
  if (!session || session.endedAt) return;
  const { organisationId, userId } = session;
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.userSession.updateMany({ where: { id: sessionId }, data: { endedAt: new Date() } });
    const by = { organisationId, kind: "user" as const, id: userId };
    await recordAudit(tx, { by, action: "session.ended", subjectType: "session", subjectId: sessionId });
  });
}

/** What still opens something: neither ended, nor idle or old for too long. */
export function openSessions(now = new Date()) {
  return {
    endedAt: null,
    lastSeenAt: { gt: new Date(now.getTime() - idleHours * hourMs) },
    createdAt: { gt: new Date(now.getTime() - absoluteDays * 24 * hourMs) },
  };
}

/** The viewer's own browsers, the last used first. */
export async function listSessions({ viewer }: { viewer: Viewer }): Promise<SessionView[]> {
  assertCan(viewer, "account:own");
  const rows = await scopedDb(viewer.organisationId).userSession.findMany({
    where: { userId: viewer.userId, ...openSessions() },
    orderBy: { lastSeenAt: "desc" },
  });
  return rows.map(({ id, ip, userAgent, createdAt, lastSeenAt }) => ({
    ...{ id, ip, userAgent, isCurrent: id === viewer.sessionId },
    createdAt: createdAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
  }));
}

/** Ends one of the viewer's own sessions, or with null all others. */
export async function revokeSessions({ sessionId, viewer }: { sessionId: string | null; viewer: Viewer }) {
  assertCan(viewer, "account:own");
  const { organisationId, userId } = viewer;
  return scopedDb(organisationId).$transaction(async (tx) => {
    const { count } = await tx.userSession.updateMany({
      where: { userId, endedAt: null, ...(sessionId ? { id: sessionId } : { id: { not: viewer.sessionId } }) },
      data: { endedAt: new Date() },
    });
    if (count === 0 && sessionId) throw new AppError("not_found", "session_not_found");
    const subject = { subjectType: "session", subjectId: sessionId };
    if (count > 0)
      await recordAudit(tx, { viewer, action: "session.revoked", ...subject, details: { sessions: count } });
    return { ended: count };
  });
}

/** Rows of sessions that ended long ago; the audit log has when they began and ended. */
export async function removeOldSessions(): Promise<{ isMore: boolean }> {
  const old = new Date(Date.now() - 30 * 24 * hourMs);
  await systemDb().userSession.deleteMany({ where: { lastSeenAt: { lt: old } } });
  return { isMore: false };
}

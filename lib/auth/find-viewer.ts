import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import { hashSecretToken } from "@/lib/auth/secret-token";
import { readSessionCookie } from "@/lib/auth/session-cookie";
import { absoluteDays, idleHours } from "@/lib/auth/sessions";
import type { Viewer } from "@/lib/auth/viewer";
import { markViewers } from "@/lib/database/viewing";
import { accountsDb } from "@/lib/db";
import { clientAddress } from "@/lib/http/client-address";
import { organisationSettings } from "@/lib/organisation/schema";

const seenEveryMs = 60_000;
const requestIdForm = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * The signed-in person, by session cookie or `Authorization: Bearer` token; null for nobody. A session ends with the
 * next request after it was revoked, was idle or old for too long, the account was disabled, or its role changed.
 */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const authorization = (await headers()).get("authorization");
  const viewer = await (authorization ? findTokenViewer(authorization) : findSessionViewer());
  if (viewer) markViewers();
  return viewer;
});

/** For pages: sends strangers to the sign-in page, and who needs a second factor first to where it is set up. */
export async function requireViewer({ isAccountPage = false } = {}): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer) redirect("/sign-in");
  if (viewer.needsSecondFactor && !isAccountPage) redirect("/account");
  return viewer;
}

type SessionRow = Pick<Viewer, "userId" | "organisationId" | "role" | "name" | "email"> & {
  sessionVersion: number;
  lastSeenAt: Date;
  hasSecondFactor: boolean;
  hasBlindPositions: boolean;
  settings: unknown;
};

async function findSessionViewer(): Promise<Viewer | null> {
  const token = await readSessionCookie();
  const { sessionId } = token ?? {};
  if (!token?.sub || !sessionId) return null;
  const db = accountsDb();
  const [row] = await db.$queryRaw<SessionRow[]>`
    select account.id as "userId", account.organisation_id as "organisationId", account.role::text as role,
           account.name, account.email, account.session_version as "sessionVersion",
           session.last_seen_at as "lastSeenAt", account.totp_enabled_at is not null as "hasSecondFactor",
           organisation.settings, exists (
             select from position where position.organisation_id = account.organisation_id and blind <> 'off'
           ) as "hasBlindPositions"
    from user_session session
    join user_account account on account.id = session.user_id
    join organisation on organisation.id = account.organisation_id
    where session.id = ${sessionId}::uuid and session.user_id = ${token.sub}::uuid
      and session.ended_at is null and account.disabled_at is null
      and session.last_seen_at > now() - make_interval(hours => ${idleHours}::int)
      and session.created_at > now() - make_interval(days => ${absoluteDays}::int)`;
  if (!row || row.sessionVersion !== token.sessionVersion) return null;
  if (Date.now() - row.lastSeenAt.getTime() > seenEveryMs)
    await db.userSession.updateMany({ where: { id: sessionId }, data: { lastSeenAt: new Date() } });
  const { sessionVersion: _, lastSeenAt: __, hasSecondFactor, settings, ...account } = row;
  const required = organisationSettings.safeParse(settings).data?.secondFactorRoles ?? [];
  const isLacking = !hasSecondFactor && required.includes(account.role);
  const origin = { via: "user" as const, ...(await readOrigin()) };
  return { ...account, sessionId, origin, ...(isLacking && { needsSecondFactor: true }) };
}

async function findTokenViewer(authorization: string): Promise<Viewer | null> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (!token) return null;
  const row = await accountsDb().apiToken.findUnique({
    where: { tokenHash: hashSecretToken(token) },
    include: { user: true },
  });
  if (!row || row.revokedAt || (row.expiresAt && row.expiresAt < new Date()) || row.user.disabledAt) return null;
  if (!row.lastUsedAt || Date.now() - row.lastUsedAt.getTime() > seenEveryMs) {
    await accountsDb().apiToken.update({ where: { id: row.id }, data: { lastUsedAt: new Date() } });
  }
  const { id: userId, organisationId, role, name, email } = row.user;
  const origin = { via: "token" as const, ...(await readOrigin()) };
  return { userId, organisationId, role, name, email, origin, ...(row.scopes.length > 0 && { scopes: row.scopes }) };
}

async function readOrigin() {
  const sent = await headers();
  const requestId = sent.get("x-request-id") ?? "";
  return { ip: clientAddress(sent) || null, requestId: requestIdForm.test(requestId) ? requestId : null };
}

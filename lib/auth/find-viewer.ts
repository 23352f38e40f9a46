import "server-only";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { hashSecretToken } from "@/lib/auth/secret-token";
import type { Viewer } from "@/lib/auth/viewer";
import { systemDb } from "@/lib/db";
import { env } from "@/lib/env";

/**
 * The signed-in person, by session cookie or `Authorization: Bearer` token; null for nobody. A session ends
 * with the next request after the account is disabled or its password or role changes.
 */
export const findViewer = cache(async (): Promise<Viewer | null> => {
  const authorization = (await headers()).get("authorization");
  return authorization ? findTokenViewer(authorization) : findSessionViewer();
});

/** For pages: sends strangers to the sign-in page. */
export async function requireViewer(): Promise<Viewer> {
  const viewer = await findViewer();
  if (!viewer) redirect("/sign-in");
  return viewer;
}

async function findSessionViewer(): Promise<Viewer | null> {
  const jar = await cookies();
  const cookie = ["__Secure-next-auth.session-token", "next-auth.session-token"]
    .map((name) => jar.get(name)?.value)
    .find(Boolean);
  if (!cookie) return null;
  // A cookie that was tampered with or has expired is no session; it is not a fault either.
  const token = await decode({ token: cookie, secret: env().NEXTAUTH_SECRET }).catch(() => null);
  if (!token?.sub) return null;
  const user = await systemDb().user.findUnique({ where: { id: token.sub } });
  if (!user || user.disabledAt || user.sessionVersion !== token.sessionVersion) return null;
  return toViewer(user);
}

async function findTokenViewer(authorization: string): Promise<Viewer | null> {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (!token) return null;
  const row = await systemDb().apiToken.findUnique({
    where: { tokenHash: hashSecretToken(token) },
    include: { user: true },
  });
  if (!row || row.revokedAt || (row.expiresAt && row.expiresAt < new Date()) || row.user.disabledAt) return null;
  if (!row.lastUsedAt || Date.now() - row.lastUsedAt.getTime() > 60_000) {
    await systemDb().apiToken.update({ where: { id: row.id }, data: { lastUsedAt: new Date() } });
  }
  return toViewer(row.user);
}

function toViewer(user: {
  id: string;
  organisationId: string;
  role: Viewer["role"];
  name: string;
  email: string;
}): Viewer {
  const { id, organisationId, role, name, email } = user;
  return { userId: id, organisationId, role, name, email };
}

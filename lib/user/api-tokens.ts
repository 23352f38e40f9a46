import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, can, type TokenScope } from "@/lib/auth/permissions";
import { createSecretToken } from "@/lib/auth/secret-token";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { TokenView } from "@/lib/user/schema";

/** A token that acts as the viewer. It is returned here once and never again: only its hash is kept. */
export async function createApiToken({
  name,
  scopes = [],
  days = null,
  viewer,
}: {
  name: string;
  /** Of `tokenScopes`; none for whatever the account may do. */
  scopes?: readonly TokenScope[];
  days?: number | null;
  viewer: Viewer;
}): Promise<{ id: string; token: string }> {
  assertCan(viewer, "token:manage");
  // A token makes none that may do more than itself.
  if (viewer.scopes && (scopes.length === 0 || scopes.some((scope) => !viewer.scopes?.includes(scope))))
    throw new AppError("forbidden", "forbidden");
  const expiresAt = days === null ? null : new Date(Date.now() + days * 86_400_000);
  const { token, tokenHash } = createSecretToken("hgt_");
  const { organisationId, userId } = viewer;
  const id = await scopedDb(organisationId).$transaction(async (tx) => {
    const data = { organisationId, userId, name, tokenHash, prefix: token.slice(0, 8), scopes: [...scopes], expiresAt };
    const details = { scopes: scopes.join(" "), days };
    const row = await tx.apiToken.create({ data, select: { id: true } });
    await recordAudit(tx, { viewer, action: "token.created", subjectType: "api_token", subjectId: row.id, details });
    return row.id;
  });
  return { id, token };
}

/** The tokens in use: an admin sees everyone's, others their own. */
export async function listApiTokens({ viewer }: { viewer: Viewer }): Promise<TokenView[]> {
  assertCan(viewer, "token:manage");
  const rows = await scopedDb(viewer.organisationId).apiToken.findMany({
    where: { revokedAt: null, ...ownTokens(viewer) },
    orderBy: { createdAt: "desc" },
    include: { user: { select: { name: true } } },
  });
  return rows.map(({ id, name, prefix, user, scopes, expiresAt, createdAt, lastUsedAt }) => ({
    id,
    name,
    prefix,
    owner: user.name,
    scopes,
    expiresAt: expiresAt?.toISOString() ?? null,
    createdAt: createdAt.toISOString(),
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
  }));
}

export async function revokeApiToken({ tokenId, viewer }: { tokenId: string; viewer: Viewer }) {
  assertCan(viewer, "token:manage");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { count } = await tx.apiToken.updateMany({
      where: { id: tokenId, revokedAt: null, ...ownTokens(viewer) },
      data: { revokedAt: new Date() },
    });
    if (count === 0) throw new AppError("not_found", "token_not_found");
    await recordAudit(tx, { viewer, action: "token.revoked", subjectType: "api_token", subjectId: tokenId });
  });
}

function ownTokens(viewer: Viewer) {
  return can(viewer, "settings:write") ? {} : { userId: viewer.userId };
}

import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { hashPassword } from "@/lib/auth/password";
import { assertGoodPassword } from "@/lib/auth/password-policy";
import { assertCan } from "@/lib/auth/permissions";
import { createSecretToken, hashSecretToken } from "@/lib/auth/secret-token";
import type { Viewer } from "@/lib/auth/viewer";
import { outsideRequest } from "@/lib/database/viewing";
import { Prisma, scopedDb, systemDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { AcceptInvitationInput, CreateInvitationInput, InvitationView } from "@/lib/user/schema";

const purpose = "invitation";
const days = 7;

type CreateInvitation = CreateInvitationInput & { viewer: Viewer };

/** A link that makes one account, once, within a week, for this address. Its secret is told here and kept nowhere. */
export async function createInvitation({ viewer, email, name, role }: CreateInvitation) {
  assertCan(viewer, "settings:write");
  const { organisationId, userId: createdById } = viewer;
  if (await isTaken(email)) throw new AppError("conflict", "email_taken");
  const { token, tokenHash } = createSecretToken("");
  const expiresAt = new Date(Date.now() + days * 86_400_000);
  const id = await scopedDb(organisationId).$transaction(async (tx) => {
    // A second invitation replaces the first.
    await tx.oneTimeToken.deleteMany({ where: { purpose, email, usedAt: null } });
    const data = { organisationId, purpose, tokenHash, email, name, role, createdById, expiresAt };
    const row = await tx.oneTimeToken.create({ data, select: { id: true } });
    const subject = { subjectType: "invitation", subjectId: row.id };
    await recordAudit(tx, { viewer, action: "invitation.created", ...subject, details: { role } });
    return row.id;
  });
  // After the #: a fragment is not sent to any server, so it stands in no log.
  return { id, path: `/invitation#${token}`, expiresAt: expiresAt.toISOString() };
}

/** Those that nobody has taken up yet. */
export async function listInvitations({ viewer }: { viewer: Viewer }): Promise<InvitationView[]> {
  assertCan(viewer, "settings:read");
  const rows = await scopedDb(viewer.organisationId).oneTimeToken.findMany({
    where: { purpose, usedAt: null, expiresAt: { gt: new Date() } },
    orderBy: { createdAt: "desc" },
  });
  return rows.map(({ id, email, name, role, expiresAt }) => ({
    ...{ id, email: email ?? "", name: name ?? "", role: role ?? "interviewer" },
    expiresAt: expiresAt.toISOString(),
  }));
}

export async function revokeInvitation({ invitationId, viewer }: { invitationId: string; viewer: Viewer }) {
  assertCan(viewer, "settings:write");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { count } = await tx.oneTimeToken.deleteMany({ where: { id: invitationId, purpose, usedAt: null } });
    if (count === 0) throw new AppError("not_found", "invitation_not_found");
    const subject = { subjectType: "invitation", subjectId: invitationId };
    await recordAudit(tx, { viewer, action: "invitation.revoked", ...subject });
  });
}

/**
 * Makes the account that a link was for. Twice at once: one wins.
 *
 * @returns the address it was made for, to sign in with
 * @throws forbidden for a link that was used, withdrawn, is too old or never was
 */
export async function acceptInvitation({ token, name, password }: AcceptInvitationInput): Promise<{ email: string }> {
  const db = systemDb();
  const found = await db.oneTimeToken.findUnique({ where: { tokenHash: hashSecretToken(token) } });
  if (found?.purpose !== purpose || !found.email || !found.role) throw invalid();
  const { id, organisationId, email, role } = found;
  await assertGoodPassword({ password, email, name });
  const passwordHash = await hashPassword(password);
  try {
    await scopedDb(organisationId).$transaction(async (tx) => {
      const { count } = await tx.oneTimeToken.updateMany({
        where: { id, usedAt: null, expiresAt: { gt: new Date() } },
        data: { usedAt: new Date() },
      });
      if (count === 0) throw invalid();
      const data = { organisationId, email, name, role, passwordHash };
      const { id: userId } = await tx.user.create({ data, select: { id: true } });
      const by = { organisationId, kind: "user" as const, id: userId };
      const subject = { subjectType: "invitation", subjectId: id };
      await recordAudit(tx, { by, action: "invitation.accepted", ...subject, details: { role } });
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") throw invalid();
    throw error;
  }
  return { email };
}

type TakeInvitation = { email: string; name: string; providerSubject: string; ip: string };

/** The account of an open invitation, for somebody whose address a provider has verified; null without one. */
export async function takeInvitation({ ip, ...person }: TakeInvitation): Promise<string | null> {
  const { email } = person;
  const open = { purpose, email, usedAt: null, expiresAt: { gt: new Date() } };
  const found = await systemDb().oneTimeToken.findFirst({ where: open, orderBy: { createdAt: "desc" } });
  if (!found?.role) return null;
  const { id, organisationId, role, name } = found;
  return scopedDb(organisationId).$transaction(async (tx) => {
    const { count } = await tx.oneTimeToken.updateMany({ where: { ...open, id }, data: { usedAt: new Date() } });
    if (count === 0) return null;
    const data = { ...person, name: name || person.name, role, organisationId };
    const { id: userId } = await tx.user.create({ data, select: { id: true } });
    const by = { organisationId, kind: "user" as const, id: userId, ip };
    const subject = { subjectType: "invitation", subjectId: id };
    await recordAudit(tx, { by, action: "invitation.accepted", ...subject, details: { role, by: "provider" } });
    return userId;
  });
}

/** In any organisation: an address has one account. */
function isTaken(email: string): Promise<boolean> {
  return outsideRequest(async () => (await systemDb().user.count({ where: { email } })) > 0);
}

function invalid() {
  return new AppError("forbidden", "invitation_invalid");
}

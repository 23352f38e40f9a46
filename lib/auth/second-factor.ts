import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { Secret, TOTP } from "otpauth";
import { renderSVG } from "uqr";
import { recordAudit } from "@/lib/audit/record-audit";
import { verifyPassword } from "@/lib/auth/password";
import { assertCan } from "@/lib/auth/permissions";
import { limitRate } from "@/lib/auth/rate-limit";
import type { Viewer } from "@/lib/auth/viewer";
import { type ScopedDb, scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { seal, unseal } from "@/lib/seal";

const periodSeconds = 30;
const secretBytes = 20;
const recoveryCodeCount = 10;
const sealing = (userId: string) => ({ purpose: "second factor", boundTo: userId });

function totp(secret: string, label: string) {
  const shared = { issuer: "Hireglass", digits: 6, period: periodSeconds, algorithm: "SHA1" };
  return new TOTP({ ...shared, label, secret: Secret.fromBase32(secret) });
}

/** A new secret, which counts once a code of it has been typed. */
export async function beginSecondFactor({ viewer }: { viewer: Viewer }): Promise<{ secret: string; svg: string }> {
  assertOwn(viewer);
  const secret = new Secret({ size: secretBytes }).base32;
  const { count } = await scopedDb(viewer.organisationId).user.updateMany({
    where: { id: viewer.userId, totpEnabledAt: null },
    data: { totpSecret: seal(secret, sealing(viewer.userId)), totpLastStep: null },
  });
  if (count === 0) throw new AppError("conflict", "second_factor_on");
  return { secret, svg: renderSVG(totp(secret, viewer.email).toString(), { border: 2 }) };
}

/** @returns codes for a lost telephone, shown this once */
export async function enableSecondFactor({ viewer, code }: { viewer: Viewer; code: string }): Promise<string[]> {
  assertOwn(viewer);
  await limitTries(viewer);
  const { organisationId, userId } = viewer;
  return scopedDb(organisationId).$transaction(async (tx) => {
    const user = await tx.user.findFirstOrThrow({ where: { id: userId } });
    if (user.totpEnabledAt || !user.totpSecret) throw new AppError("conflict", "second_factor_on");
    const step = findStep({ sealed: user.totpSecret, userId, code });
    if (step === null) throw new AppError("bad_request", "code_wrong");
    await tx.user.update({ where: { id: userId }, data: { totpEnabledAt: new Date(), totpLastStep: step } });
    // Whoever else was signed in did not show it.
    await tx.userSession.updateMany({
      where: { userId, endedAt: null, id: { not: viewer.sessionId } },
      data: { endedAt: new Date() },
    });
    await recordAudit(tx, { viewer, action: "user.factor_enabled", subjectType: "user", subjectId: userId });
    return replaceCodes(tx, viewer);
  });
}

type WithPassword = { viewer: Viewer; password: string };

/** @throws conflict where the role has to have one, bad_request for a wrong password */
export async function disableSecondFactor({ viewer, password }: WithPassword) {
  assertOwn(viewer);
  const { organisationId, userId, role } = viewer;
  const { secondFactorRoles } = await readOrganisationSettings(organisationId);
  if (secondFactorRoles.includes(role)) throw new AppError("conflict", "second_factor_required");
  await assertPassword({ viewer, password });
  await scopedDb(organisationId).$transaction((tx) => clearSecondFactor(tx, { viewer, userId }));
}

/** Codes that replace those before. */
export async function renewRecoveryCodes({ viewer, password }: WithPassword): Promise<string[]> {
  assertOwn(viewer);
  await assertPassword({ viewer, password });
  return scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { totpEnabledAt } = await tx.user.findFirstOrThrow({ where: { id: viewer.userId } });
    if (!totpEnabledAt) throw new AppError("conflict", "second_factor_off");
    return replaceCodes(tx, viewer);
  });
}

/** Takes somebody's second factor off: their own, or by an admin for who lost it. */
export async function clearSecondFactor(tx: Transaction, { viewer, userId }: { viewer: Viewer; userId: string }) {
  await tx.user.update({ where: { id: userId }, data: { totpSecret: null, totpEnabledAt: null, totpLastStep: null } });
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await recordAudit(tx, { viewer, action: "user.factor_disabled", subjectType: "user", subjectId: userId });
}

type Check = { organisationId: string; userId: string; sealed: string; code: string; ip: string };

/** Whether a code opens: of the application, each once, or one of the recovery codes, each once. */
export async function checkSecondFactor({ organisationId, userId, sealed, code, ip }: Check): Promise<boolean> {
  const db = scopedDb(organisationId);
  const step = findStep({ sealed, userId, code });
  if (step !== null) {
    const { count } = await db.user.updateMany({
      where: { id: userId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
      data: { totpLastStep: step },
    });
    return count === 1;
  }
  return useRecoveryCode(db, { organisationId, userId, code, ip });
}

async function useRecoveryCode(db: ScopedDb, { organisationId, userId, code, ip }: Omit<Check, "sealed">) {
  return db.$transaction(async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({
      where: { userId, codeHash: hashCode(code), usedAt: null },
      data: { usedAt: new Date() },
    });
    if (count === 0) return false;
    const by = { organisationId, kind: "user" as const, id: userId, ip };
    await recordAudit(tx, { by, action: "user.recovery_used", subjectType: "user", subjectId: userId });
    return true;
  });
}

/** The thirty seconds a code belongs to: now, or one before or after; null for a wrong one. */
function findStep({ sealed, userId, code }: { sealed: string; userId: string; code: string }): number | null {
  const digits = code.replace(/\s/g, "");
  const secret = /^\d{6}$/.test(digits) ? unseal(sealed, sealing(userId)) : null;
  if (!secret) return null;
  const now = Date.now();
  const delta = totp(secret, "").validate({ token: digits, timestamp: now, window: 1 });
  return delta === null ? null : Math.floor(now / 1000 / periodSeconds) + delta;
}

async function replaceCodes(tx: Transaction, { organisationId, userId }: Viewer): Promise<string[]> {
  // 80 bits each: a plain hash keeps them.
  const codes = Array.from({ length: recoveryCodeCount }, () =>
    (randomBytes(10).toString("hex").match(/.{5}/g) ?? []).join("-"),
  );
  await tx.recoveryCode.deleteMany({ where: { userId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({ organisationId, userId, codeHash: hashCode(code) })),
  });
  return codes;
}

function hashCode(code: string) {
  return createHash("sha256")
    .update(code.replace(/[^0-9a-f]/gi, "").toLowerCase())
    .digest("hex");
}

/** @throws bad_request */
export async function assertPassword({ viewer, password }: WithPassword) {
  await limitTries(viewer);
  const { passwordHash } = await scopedDb(viewer.organisationId).user.findFirstOrThrow({
    where: { id: viewer.userId },
  });
  if (!(await verifyPassword(passwordHash, password))) throw new AppError("bad_request", "password_wrong");
}

/** A token is no person before a browser. */
export function assertOwn(viewer: Viewer) {
  assertCan(viewer, "account:own");
  if (!viewer.sessionId) throw new AppError("conflict", "browser_needed");
}

function limitTries({ userId }: Viewer) {
  return limitRate({ key: `account:${userId}`, limit: 10, windowSeconds: 900 });
}

import "server-only";
import { emailAddress } from "@/lib/auth/email";
import { hashPassword } from "@/lib/auth/password";
import { assertGoodPassword } from "@/lib/auth/password-policy";
import { createSecretToken, hashSecretToken } from "@/lib/auth/secret-token";
import { systemDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

const linkHours = 24;

/** Whether there is nobody yet: only then can the first admin be made without signing in. */
export async function needsSetUp(): Promise<boolean> {
  return (await systemDb().user.count()) === 0;
}

/** A token for the set-up page, good once and for a day; the one before it ends. Null when there is a user. */
export async function createSetUpToken(): Promise<string | null> {
  if (!(await needsSetUp())) return null;
  const db = systemDb();
  const organisation = (await db.organisation.findFirst()) ?? (await db.organisation.create({ data: {} }));
  const { token, tokenHash } = createSecretToken("");
  const expiresAt = new Date(Date.now() + linkHours * 3_600_000);
  await db.$transaction([
    db.oneTimeToken.deleteMany({ where: { purpose: "set_up" } }),
    db.oneTimeToken.create({ data: { organisationId: organisation.id, purpose: "set_up", tokenHash, expiresAt } }),
  ]);
  return token;
}

/** Whether a set-up link still works. */
export async function isSetUpToken(token: string): Promise<boolean> {
  const row = await systemDb().oneTimeToken.findUnique({ where: { tokenHash: hashSecretToken(token) } });
  return row?.purpose === "set_up" && !row.usedAt && row.expiresAt > new Date() && (await needsSetUp());
}

type Admin = { email: string; name: string; password: string };

/** Makes the first admin with the link from the terminal. Two at once: one wins. */
export async function setUpWithToken({ token, ...admin }: Admin & { token: string }) {
  if (!(await isSetUpToken(token))) throw new AppError("forbidden", "set_up_link_invalid");
  await createFirstAdmin(admin);
}

/** @throws conflict when there is a user already */
export async function createFirstAdmin({ email, name, password }: Admin) {
  const address = emailAddress.parse(email);
  await assertGoodPassword({ password, email: address, name });
  const passwordHash = await hashPassword(password);
  await systemDb().$transaction(async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('hireglass-set-up'))`;
    if ((await tx.user.count()) > 0) throw new AppError("conflict", "set_up_done");
    const organisation = (await tx.organisation.findFirst()) ?? (await tx.organisation.create({ data: {} }));
    await tx.user.create({
      data: { organisationId: organisation.id, email: address, name, role: "admin", passwordHash },
    });
    await tx.oneTimeToken.updateMany({ where: { purpose: "set_up" }, data: { usedAt: new Date() } });
  });
}

import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { emailAddress } from "@/lib/auth/email";
import { limitRate } from "@/lib/auth/rate-limit";
import { findOnlyOrganisation, recordRefused } from "@/lib/auth/sign-in";
import type { UserRole } from "@/lib/auth/viewer";
import { Prisma, scopedDb, systemDb } from "@/lib/db";
import { takeInvitation } from "@/lib/user/invitations";
import { type ProviderClaims, providerClaims } from "./provider";
import { providerSettings } from "./provider-settings";

type SignInWithProvider = { claims: unknown; ip: string };
export type SignedInWithProvider =
  | { outcome: "in"; id: string }
  /** Whose second factor is still to come. */
  | { outcome: "code_needed"; id: string }
  | { outcome: "provider_unverified" | "provider_unknown" };

type Account = { id: string; organisationId: string; providerSubject: string | null; disabledAt: Date | null };

/**
 * Whose account the person is that the provider has signed in. The first time they are known by their e-mail address,
 * which the provider must have verified: of an account, of an open invitation, or of a domain whose people get an
 * account. From then on by the provider's own name for them, also under another address.
 *
 * @throws rate_limited
 */
export async function signInWithProvider({ claims, ip }: SignInWithProvider): Promise<SignedInWithProvider> {
  await limitRate({ key: `sign-in:${ip}`, limit: 50, windowSeconds: 900 });
  const said = providerClaims.parse(claims);
  const subject = `${said.iss} ${said.sub}`;
  const known = await systemDb().user.findUnique({ where: { providerSubject: subject } });
  if (known) return enter(known, ip);

  const email = emailAddress.safeParse(said.email);
  if (!email.success || said.email_verified !== true) return refuse({ user: null, ip }, "provider_unverified");
  const found = await systemDb().user.findUnique({ where: { email: email.data } });
  if (found) {
    // An address that was somebody else's there: their account does not go with it.
    if (found.providerSubject || found.disabledAt || !(await bind(found, { subject, ip })))
      return refuse({ user: found, ip }, "provider_unknown");
    return enter(found, ip);
  }
  const made = await makeAccount({ ...said, email: email.data, subject, ip });
  return made ? { outcome: "in", id: made } : refuse({ user: null, ip }, "provider_unknown");
}

async function enter(user: Account & { totpEnabledAt: Date | null }, ip: string): Promise<SignedInWithProvider> {
  if (user.disabledAt) return refuse({ user, ip }, "provider_unknown");
  return { outcome: user.totpEnabledAt ? "code_needed" : "in", id: user.id };
}

async function refuse(
  who: { user: Account | null; ip: string },
  outcome: "provider_unverified" | "provider_unknown",
): Promise<SignedInWithProvider> {
  await recordRefused({ ...who, reason: who.user?.disabledAt ? "disabled" : outcome });
  return { outcome };
}

/** False when another sign-in of this moment was first. */
async function bind({ id, organisationId }: Account, { subject, ip }: { subject: string; ip: string }) {
  return scopedDb(organisationId).$transaction(async (tx) => {
    const where = { id, providerSubject: null };
    const { count } = await tx.user.updateMany({ where, data: { providerSubject: subject } });
    const by = { organisationId, kind: "user" as const, id, ip };
    if (count > 0) await recordAudit(tx, { by, action: "user.provider_linked", subjectType: "user", subjectId: id });
    return count > 0;
  });
}

type Newcomer = Pick<ProviderClaims, "name"> & { email: string; subject: string; ip: string };

/** By invitation, or by the domain where there is one organisation only; null for anybody else. */
async function makeAccount({ name, email, subject, ip }: Newcomer): Promise<string | null> {
  const person = { email, providerSubject: subject, name: (name?.trim() || email).slice(0, 100) };
  try {
    const invited = await takeInvitation({ ...person, ip });
    if (invited) return invited;
    const role = providerSettings()?.domains.get(email.slice(email.lastIndexOf("@") + 1));
    const organisationId = role ? await findOnlyOrganisation() : null;
    return role && organisationId ? await createAccount({ ...person, role, organisationId, ip }) : null;
  } catch (error) {
    // Signed in twice at once: the other made it.
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return findBySubject(subject);
    throw error;
  }
}

type NewAccount = {
  email: string;
  name: string;
  providerSubject: string;
  role: UserRole;
  organisationId: string;
  ip: string;
};

function createAccount({ ip, ...data }: NewAccount): Promise<string> {
  const { organisationId, role } = data;
  return scopedDb(organisationId).$transaction(async (tx) => {
    const { id } = await tx.user.create({ data, select: { id: true } });
    const by = { organisationId, kind: "user" as const, id, ip };
    const details = { role, by: "provider" };
    await recordAudit(tx, { by, action: "user.created", subjectType: "user", subjectId: id, details });
    return id;
  });
}

async function findBySubject(providerSubject: string): Promise<string | null> {
  const user = await systemDb().user.findUnique({ where: { providerSubject, disabledAt: null }, select: { id: true } });
  return user?.id ?? null;
}

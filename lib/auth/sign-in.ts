import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { emailAddress } from "@/lib/auth/email";
import { verifyPassword } from "@/lib/auth/password";
import { limitRate } from "@/lib/auth/rate-limit";
import { checkSecondFactor } from "@/lib/auth/second-factor";
import { scopedDb, systemDb } from "@/lib/db";
import { log } from "@/lib/log";

type SignIn = { email: string; password: string; code?: string; ip: string };
export type SignedIn = { outcome: "in"; id: string } | { outcome: "wrong" | "code_needed" | "code_wrong" };

/**
 * Who has this e-mail, password and, where one is set up, second factor; the answer and its time are the same for an
 * unknown address. Limited per address and origin together, so that nobody can lock someone else out.
 */
export async function signIn({ email, password, code = "", ip }: SignIn): Promise<SignedIn> {
  const parsed = emailAddress.safeParse(email);
  await limitRate({ key: `sign-in:${ip}:${parsed.data ?? "?"}`, limit: 10, windowSeconds: 900 });
  await limitRate({ key: `sign-in:${ip}`, limit: 50, windowSeconds: 900 });

  const user = parsed.success ? await systemDb().user.findUnique({ where: { email: parsed.data } }) : null;
  const isRight = await verifyPassword(user?.passwordHash ?? null, password.slice(0, 1000));
  if (!user || !isRight || user.disabledAt) {
    // Not waited for: how long it takes would tell that there is such an account.
    void recordRefused({ user, ip, reason: !user ? "unknown" : user.disabledAt ? "disabled" : "password" });
    return { outcome: "wrong" };
  }
  return askSecondFactor({ user, code, ip });
}

type SignInWithCode = { userId: string; code: string; ip: string };

/** The second step of somebody whom a provider has signed in. */
export async function signInWithCode({ userId, code, ip }: SignInWithCode): Promise<SignedIn> {
  const user = await systemDb().user.findUnique({ where: { id: userId } });
  await limitRate({ key: `sign-in:${ip}:${user?.email ?? "?"}`, limit: 10, windowSeconds: 900 });
  await limitRate({ key: `sign-in:${ip}`, limit: 50, windowSeconds: 900 });
  if (!user || user.disabledAt) return { outcome: "wrong" };
  return askSecondFactor({ user, code, ip });
}

type Account = { id: string; organisationId: string; totpEnabledAt: Date | null; totpSecret: string | null };

async function askSecondFactor({ user, code, ip }: { user: Account; code: string; ip: string }): Promise<SignedIn> {
  const { id, organisationId, totpEnabledAt, totpSecret: sealed } = user;
  if (totpEnabledAt && sealed) {
    if (!code) return { outcome: "code_needed" };
    if (!(await checkSecondFactor({ organisationId, userId: id, sealed, code, ip }))) {
      await recordRefused({ user, ip, reason: "code" });
      return { outcome: "code_wrong" };
    }
  }
  return { outcome: "in", id };
}

type Refused = { user: { id: string; organisationId: string } | null; ip: string; reason: string };

/** An unknown address belongs to nobody's log, unless there is one organisation only. */
export async function recordRefused({ user, ip, reason }: Refused) {
  try {
    const organisationId = user?.organisationId ?? (await findOnlyOrganisation());
    if (!organisationId) return;
    const by = { organisationId, kind: "stranger" as const, ip };
    const subject = { subjectType: "user", subjectId: user?.id ?? null };
    const event = { by, action: "session.refused", ...subject, outcome: "refused" as const };
    await recordAudit(scopedDb(organisationId), { ...event, details: { reason } });
  } catch {
    log.error({ code: "audit_failed" }, "a refusal was not put on record");
  }
}

export async function findOnlyOrganisation(): Promise<string | null> {
  const [one, other] = await systemDb().organisation.findMany({ select: { id: true }, take: 2 });
  return one && !other ? one.id : null;
}

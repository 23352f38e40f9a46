import "server-only";
import { emailAddress } from "@/lib/auth/email";
import { verifyPassword } from "@/lib/auth/password";
import { limitRate } from "@/lib/auth/rate-limit";
import { systemDb } from "@/lib/db";

/**
 * The user with this e-mail and password, or null; the answer and its time are the same for an unknown
 * address. Limited per address and origin together, so that nobody can lock someone else out.
 */
export async function signIn({ email, password, ip }: { email: string; password: string; ip: string }) {
  const parsed = emailAddress.safeParse(email);
  await limitRate({ key: `sign-in:${ip}:${parsed.data ?? "?"}`, limit: 10, windowSeconds: 900 });
  await limitRate({ key: `sign-in:${ip}`, limit: 50, windowSeconds: 900 });

  const user = parsed.success ? await systemDb().user.findUnique({ where: { email: parsed.data } }) : null;
  const isRight = await verifyPassword(user?.passwordHash ?? null, password.slice(0, 1000));
  if (!user || !isRight || user.disabledAt) return null;
  await systemDb().user.update({ where: { id: user.id }, data: { lastSignInAt: new Date() } });
  return { id: user.id, sessionVersion: user.sessionVersion };
}

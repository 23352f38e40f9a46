import { env } from "@/lib/env";
import { password } from "@/lib/user/schema";
import { createFirstAdmin, createSetUpToken, needsSetUp } from "@/lib/user/set-up";

/** At start: makes the admin that the environment names, or prints the one-time set-up link. Nothing later. */
export async function announceSetUp(): Promise<number> {
  if (!(await needsSetUp())) return 0;
  const { ADMIN_EMAIL, ADMIN_PASSWORD, NEXTAUTH_URL } = env();
  if (ADMIN_EMAIL && ADMIN_PASSWORD) {
    if (!password.safeParse(ADMIN_PASSWORD).success) throw new Error("ADMIN_PASSWORD: at least 8 characters");
    await createFirstAdmin({
      email: ADMIN_EMAIL,
      name: ADMIN_EMAIL.split("@")[0] ?? "Admin",
      password: ADMIN_PASSWORD,
    });
    console.log(`Admin     ${ADMIN_EMAIL} was made from ADMIN_EMAIL and ADMIN_PASSWORD`);
    return 0;
  }
  const token = await createSetUpToken();
  // After the #: a fragment is not sent to any server, so it stands in no log.
  if (token) console.log(`Set up    ${NEXTAUTH_URL ?? ""}/set-up#${token}   (works once, for a day)`);
  return 0;
}

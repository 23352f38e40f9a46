import "server-only";
import { emailAddress } from "@/lib/auth/email";
import { hashPassword } from "@/lib/auth/password";
import { assertGoodPassword } from "@/lib/auth/password-policy";
import { systemDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** From the terminal: whoever runs it holds the database anyway. Ends the user's sessions. */
export async function resetPassword({ email, password }: { email: string; password: string }) {
  await assertGoodPassword({ password, email });
  const { count } = await systemDb().user.updateMany({
    where: { email: emailAddress.parse(email) },
    data: { passwordHash: await hashPassword(password), sessionVersion: { increment: 1 }, disabledAt: null },
  });
  if (count === 0) throw new AppError("not_found", "user_not_found");
}

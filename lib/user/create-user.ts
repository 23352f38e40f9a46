import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { hashPassword } from "@/lib/auth/password";
import { assertGoodPassword } from "@/lib/auth/password-policy";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { CreateUserInput } from "@/lib/user/schema";

/** @throws conflict when the address has an account already */
export async function createUser({
  viewer,
  password,
  ...user
}: CreateUserInput & { viewer: Viewer }): Promise<{ id: string }> {
  assertCan(viewer, "settings:write");
  const { organisationId } = viewer;
  await assertGoodPassword({ password, ...user });
  const passwordHash = await hashPassword(password);
  try {
    return await scopedDb(organisationId).$transaction(async (tx) => {
      const { id } = await tx.user.create({ data: { ...user, passwordHash, organisationId }, select: { id: true } });
      const details = { role: user.role };
      await recordAudit(tx, { viewer, action: "user.created", subjectType: "user", subjectId: id, details });
      return { id };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") {
      throw new AppError("conflict", "email_taken", { cause: error });
    }
    throw error;
  }
}

import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { hashPassword } from "@/lib/auth/password";
import { assertGoodPassword } from "@/lib/auth/password-policy";
import { assertOwn, assertPassword } from "@/lib/auth/second-factor";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";

type ChangePassword = { password: string; newPassword: string; viewer: Viewer };

/** Changes the viewer's own password; every other session of theirs ends with it. */
export async function changePassword({ password, newPassword, viewer }: ChangePassword) {
  assertOwn(viewer);
  const { organisationId, userId, email, name } = viewer;
  await assertPassword({ viewer, password });
  await assertGoodPassword({ password: newPassword, email, name });
  const passwordHash = await hashPassword(newPassword);
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { passwordHash } });
    await tx.userSession.updateMany({
      where: { userId, endedAt: null, id: { not: viewer.sessionId } },
      data: { endedAt: new Date() },
    });
    await recordAudit(tx, { viewer, action: "user.password_changed", subjectType: "user", subjectId: userId });
  });
}

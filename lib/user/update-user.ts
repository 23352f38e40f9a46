import "server-only";
import type { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import { clearSecondFactor } from "@/lib/auth/second-factor";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { updateUserInput } from "@/lib/user/schema";

type UpdateUser = z.infer<typeof updateUserInput> & { userId: string; viewer: Viewer };

/**
 * Changes a user; a new role or a disabled account ends that user's sessions.
 *
 * @throws conflict when the last admin would be gone
 */
export async function updateUser({ userId, viewer, isDisabled, resetsSecondFactor, ...change }: UpdateUser) {
  assertCan(viewer, "settings:write");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    // Two admins who demote each other at once take turns.
    await tx.$executeRaw`select id from user_account where organisation_id = ${viewer.organisationId}::uuid and role = 'admin' for update`;
    const user = await tx.user.findFirst({ where: { id: userId } });
    if (!user) throw new AppError("not_found", "user_not_found");
    const endsSessions = (change.role && change.role !== user.role) || isDisabled === true || resetsSecondFactor;
    await tx.user.update({
      where: { id: userId },
      data: {
        ...change,
        ...(isDisabled !== undefined && { disabledAt: isDisabled ? new Date() : null }),
        ...(endsSessions && { sessionVersion: user.sessionVersion + 1 }),
      },
    });
    if (resetsSecondFactor) await clearSecondFactor(tx, { viewer, userId });
    const admins = await tx.user.count({ where: { role: "admin", disabledAt: null } });
    if (admins === 0) throw new AppError("conflict", "last_admin");
    await recordAudit(tx, {
      viewer,
      action: "user.changed",
      subjectType: "user",
      subjectId: userId,
      details: { role: change.role ?? null, disabled: isDisabled ?? null },
    });
  });
}

import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { AccountView } from "@/lib/auth/schema";
import { listSessions } from "@/lib/auth/sessions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { readOrganisationSettings } from "@/lib/organisation/settings";

/** What somebody sees and changes of their own account. */
export async function findAccount({ viewer }: { viewer: Viewer }): Promise<AccountView> {
  assertCan(viewer, "account:own");
  const { organisationId, userId, name, email, role } = viewer;
  const db = scopedDb(organisationId);
  const [user, recoveryCodesLeft, { secondFactorRoles }, sessions] = await Promise.all([
    db.user.findFirstOrThrow({ where: { id: userId }, select: { totpEnabledAt: true } }),
    db.recoveryCode.count({ where: { userId, usedAt: null } }),
    readOrganisationSettings(organisationId),
    listSessions({ viewer }),
  ]);
  const secondFactor = {
    isEnabled: user.totpEnabledAt !== null,
    isRequired: secondFactorRoles.includes(role),
    recoveryCodesLeft,
  };
  return { name, email, role, secondFactor, sessions };
}

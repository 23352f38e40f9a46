import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import type { UserView } from "@/lib/user/schema";

export async function listUsers({ viewer }: { viewer: Viewer }): Promise<UserView[]> {
  assertCan(viewer, "settings:read");
  const rows = await scopedDb(viewer.organisationId).user.findMany({ orderBy: { createdAt: "asc" } });
  return rows.map(({ id, email, name, role, disabledAt, totpEnabledAt, lastSignInAt }) => ({
    id,
    email,
    name,
    role,
    isDisabled: disabledAt !== null,
    hasSecondFactor: totpEnabledAt !== null,
    lastSignInAt: lastSignInAt?.toISOString() ?? null,
  }));
}

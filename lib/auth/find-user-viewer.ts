import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";

/** The viewer that a job acts for; null when the account is gone or disabled meanwhile. */
export async function findUserViewer({
  organisationId,
  userId,
}: {
  organisationId: string;
  userId: string;
}): Promise<Viewer | null> {
  const user = await scopedDb(organisationId).user.findFirst({ where: { id: userId, disabledAt: null } });
  if (!user) return null;
  const { role, name, email } = user;
  return { userId, organisationId, role, name, email };
}

import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";

/** Puts the first steps away for this person, or brings them back. */
export async function dismissChecklist({ viewer, isDismissed }: { viewer: Viewer; isDismissed: boolean }) {
  assertCan(viewer, "resume:import");
  const data = { checklistDismissedAt: isDismissed ? new Date() : null };
  await scopedDb(viewer.organisationId).user.updateMany({ where: { id: viewer.userId }, data });
}

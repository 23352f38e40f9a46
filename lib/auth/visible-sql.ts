import "server-only";
import { seesEverything } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma } from "@/lib/db";

/** A condition on `application`, as `visibleApplications` for statements in SQL; deleted resumes are another. */
export function ofVisiblePosition(viewer: Viewer): Prisma.Sql {
  if (seesEverything(viewer)) return Prisma.sql`true`;
  return Prisma.sql`exists (select from position_member member
    where member.position_id = application.position_id and member.user_id = ${viewer.userId}::uuid)`;
}

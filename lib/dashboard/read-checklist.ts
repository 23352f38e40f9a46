import "server-only";
import { hasModel } from "@/lib/ai/settings/find-model";
import { assertCan, can } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";

export type ChecklistStep = {
  key: "resumes" | "position" | "screening" | "colleague" | "model";
  href: string;
  isDone: boolean;
  isOptional: boolean;
};
type Found = { isDismissed: boolean; resumes: boolean; position: boolean; screening: boolean; colleague: boolean };

/**
 * The first steps, each done when there is something of the organisation's own to show for it; samples do not
 * count. Null when the viewer put the list away or every step but the optional ones is done.
 */
export async function readChecklist({ viewer }: { viewer: Viewer }): Promise<ChecklistStep[] | null> {
  assertCan(viewer, "resume:import");
  const { organisationId, userId } = viewer;
  const [found] = await scopedDb(organisationId).$queryRaw<Found[]>`
    select checklist_dismissed_at is not null as "isDismissed",
      exists (select from resume where organisation_id = viewer.organisation_id and not is_sample) as resumes,
      exists (select from position where organisation_id = viewer.organisation_id and not is_sample) as position,
      exists (
        select from screening_batch batch join position on position.id = batch.position_id
        where batch.organisation_id = viewer.organisation_id and not position.is_sample
      ) as screening,
      exists (
        select from user_account other
        where other.organisation_id = viewer.organisation_id and other.id <> viewer.id and disabled_at is null
      ) as colleague
    from user_account viewer where id = ${userId}::uuid and organisation_id = ${organisationId}::uuid`;
  if (!found || found.isDismissed) return null;
  const needed: ChecklistStep[] = [
    { key: "resumes", href: "/resumes", isDone: found.resumes, isOptional: false },
    { key: "position", href: "/positions/new", isDone: found.position, isOptional: false },
    { key: "screening", href: "/resumes", isDone: found.screening, isOptional: false },
  ];
  if (can(viewer, "settings:write"))
    needed.push({ key: "colleague", href: "/settings/people", isDone: found.colleague, isOptional: false });
  if (needed.every(({ isDone }) => isDone)) return null;
  if (!can(viewer, "settings:write")) return needed;
  const isDone = await hasModel({ organisationId, task: "draft" });
  return [...needed, { key: "model", href: "/settings/model", isDone, isOptional: true }];
}

import "server-only";
import { createHash, randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { findPosition } from "@/lib/position/find-position";
import { createPosition } from "@/lib/position/save-position";

import { type Criteria, toContent, toCriteria } from "./position-shape";
import { isFields } from "./read-fields";

/**
 * A position that asks for the same: the open one that a client means, else one that only carries screenings, so that
 * resumes sent one by one stand beside each other.
 */
export async function findOrMakePosition(sent: Criteria & { id: string | null }, viewer: Viewer): Promise<string> {
  const { id, ...criteria } = sent;
  const content = toContent(criteria);
  const { organisationId } = viewer;
  const isSame = async (positionId: string) => {
    const known = await findPosition({ positionId, viewer });
    return known !== null && known.requirements.length > 0 && contentKey(toCriteria(known)) === contentKey(criteria);
  };
  const open = await scopedDb(organisationId).position.findMany({
    where: { archivedAt: null, isListed: true, OR: [{ title: content.title }, ...(id ? [{ id }] : [])] },
    select: { id: true },
  });
  for (const position of open) if (await isSame(position.id)) return position.id;

  const requirements = content.requirements.length > 0 ? content.requirements : [inTheField(content.title)];
  const key = contentKey(criteria);
  return scopedDb(organisationId).$transaction(async (tx) => {
    // Two that are sent at once get one position.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${organisationId} hrm2 ${key}`}, 0))`;
    const where = { organisationId_key: { organisationId, key: `hrm2.position.${key}` } };
    const known = await tx.compatState.findUnique({ where });
    if (isFields(known?.value) && typeof known.value.positionId === "string") return known.value.positionId;
    const made = await createPosition({ ...content, requirements, isListed: false, viewer, tx });
    const data = { organisationId, key: `hrm2.position.${key}`, value: { positionId: made.id } };
    await tx.compatState.create({ data });
    return made.id;
  });
}

/** Nothing was asked for but a title: somebody who has done that work. */
function inTheField(title: string) {
  return {
    ...{ key: randomUUID(), kind: "experience" as const, text: `${title}相关工作经验`.slice(0, 500) },
    ...{ necessity: "must" as const, weight: 3, note: "" },
  };
}

function contentKey(criteria: Criteria): string {
  const { min_projects: count, team_lead_experience: isLead } = criteria.project_requirements;
  const fields = { ...criteria, project_requirements: [count, isLead] };
  const sorted = Object.entries(fields).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(sorted)).digest("hex");
}

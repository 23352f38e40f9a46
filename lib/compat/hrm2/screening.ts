import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { findPosition } from "@/lib/position/find-position";
import { createPosition } from "@/lib/position/save-position";
import { startScreening } from "@/lib/screening/start-screening";
import { type Answer, Hrm2Error } from "./answer";
import { type Call, type Fields, isFields } from "./call";
import { forcedError } from "./dev";
import { type Criteria, readSubmitted, toContent, toCriteria } from "./position-shape";
import { acceptText, findByText, type SubmittedScreening } from "./resumes";

type Sent = { name: string; content: string; type: string };

/** E8: takes the texts in, reads them, and screens them against the position as it was sent. */
export async function submitScreening({ viewer, body }: Call): Promise<Answer> {
  assertCan(viewer, "screening:start");
  const { position, resumes } = readSubmission(body);
  // Refused before anything is taken in.
  const positionId = await findOrMakePosition(readSubmitted(position), viewer);
  const batchId = randomUUID();
  const resumeIds: string[] = [];
  for (const { name, content, type } of resumes)
    resumeIds.push((await findByText(content, viewer)) ?? (await acceptText({ name, content, type, batchId, viewer })));
  const submitted: SubmittedScreening = { position, resumes: resumes.length };
  const started = await startScreening({
    positionId,
    resumeIds: [...new Set(resumeIds)],
    viewer,
    submitted: JSON.parse(JSON.stringify(submitted)),
    failWith: await forcedError(viewer),
  });
  return {
    status: 202,
    message: "筛选任务已提交。",
    data: { status: "submitted", task_id: started.batchId },
  };
}

/** @throws Hrm2Error whose `details` list what is wrong with which field */
function readSubmission({ position, resumes }: Fields): { position: Fields; resumes: Sent[] } {
  const details: Fields = {};
  if (!isFields(position)) details.position = [position === undefined ? "这是必填项。" : "应为对象。"];
  else if (Object.keys(position).length === 0) details.position = ["不能为空。"];
  if (!Array.isArray(resumes)) details.resumes = [resumes === undefined ? "这是必填项。" : "应为数组。"];
  else if (resumes.length === 0) details.resumes = ["不能为空。"];
  else {
    const misshapen = resumes.flatMap((resume, index) => (isFields(resume) ? [] : [[index, ["应为对象。"]]]));
    if (misshapen.length > 0) details.resumes = Object.fromEntries(misshapen);
    else if (resumes.some(({ content }) => typeof content !== "string" || content.trim() === ""))
      details.resumes = ["每份简历都要有 content。"];
  }
  if (Object.keys(details).length > 0 || !isFields(position) || !Array.isArray(resumes))
    throw new Hrm2Error(400, "提交的内容不完整。", { details });
  return { position, resumes: resumes.map(readSent) };
}

function readSent(resume: Fields, index: number): Sent {
  const { name, filename, content, metadata } = resume;
  const given = [name, filename].find((value): value is string => typeof value === "string" && value.trim() !== "");
  const type = isFields(metadata) && typeof metadata.type === "string" ? metadata.type : "text/plain";
  return { name: given ?? `resume_${index}`, content: String(content), type };
}

/**
 * A position that asks for the same: the open one that a client means, else one that only carries screenings, so that
 * resumes sent one by one stand beside each other.
 */
async function findOrMakePosition(sent: Criteria & { id: string | null }, viewer: Viewer): Promise<string> {
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

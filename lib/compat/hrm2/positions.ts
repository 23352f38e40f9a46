import "server-only";
import { assignResumes } from "@/lib/application/assign-resumes";
import { unassignResume } from "@/lib/application/unassign-resume";
import { assertCan, can, visibleApplications, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { archivePosition } from "@/lib/position/archive-position";
import { draftPosition } from "@/lib/position/draft-position";
import { findPosition } from "@/lib/position/find-position";
import { createPosition, updatePosition } from "@/lib/position/save-position";
import type { PositionDetail } from "@/lib/position/schema";
import { type Answer, Hrm2Error, notFound } from "./answer";
import { type Call, given, isFields, isoTime, isTrue, optionalText, requiredIds, requiredText } from "./call";
import { showApplications } from "./hide-person";
import { reportUrls } from "./media";
import { type Criteria, isSameContent, readCriteria, toContent, toCriteria, unset } from "./position-shape";
import { toSummary } from "./report";
import { newestRuns, resumeSelect, runSelect, shownName, toScores, toScreened } from "./resumes";
import { readState, writeState } from "./state";
import { videosOf } from "./videos";

const criteriaKey = "hrm2.criteria";

/** What the reference ships, for an organisation that has set nothing. */
const shipped: Criteria = {
  ...unset,
  position: "Python开发工程师",
  required_skills: ["Python", "Django", "MySQL"],
  optional_skills: ["Redis", "Docker"],
  min_experience: 2,
  education: ["本科", "硕士"],
  salary_range: [8000, 20_000],
};

/** E1 GET: the object that was last sent here, else the newest position. */
export async function getCriteria({ viewer }: Call): Promise<Answer> {
  assertCan(viewer, "position:read");
  const sent = await readState(viewer, criteriaKey);
  if (sent) return { data: sent };
  const newest = (await listIds(viewer))[0];
  const position = newest && (await findPosition({ positionId: newest.id, viewer }));
  return { data: position ? toPosition(position, newest) : shipped };
}

/** E1 POST: a position by its title, made or overwritten; its fields that are left out fall back. */
export async function saveCriteria(call: Call): Promise<Answer> {
  const { viewer, body } = call;
  if (Object.keys(body).length === 0) throw new Hrm2Error(400, "请求内容为空。");
  if (typeof body.position !== "string") throw new Hrm2Error(400, "缺少参数 position。");
  const title = body.position.trim() || "未命名职位";
  const { department, description, ...fields } = readCriteria(body);
  assertCan(viewer, "position:write");
  const known = await scopedDb(viewer.organisationId).position.findFirst({
    where: { title, isListed: true, ...visiblePositions(viewer) },
    orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { number: "desc" }],
    select: { id: true, archivedAt: true },
  });
  if (known?.archivedAt) await archivePosition({ positionId: known.id, isArchived: false, viewer });
  const earlier = known && (await findPosition({ positionId: known.id, viewer }));
  const kept = earlier ? { department: earlier.department, description: earlier.description } : {};
  const id = await save({ ...unset, ...kept, ...fields, position: title }, earlier ?? undefined, viewer);
  await writeState(viewer, criteriaKey, { value: body });
  return { message: "岗位设置已保存。", data: await getOne(id, viewer) };
}

/** E2 GET. */
export async function listPositions({ viewer, query }: Call): Promise<Answer> {
  assertCan(viewer, "position:read");
  const positions = await loadPositions(viewer, await listIds(viewer), isTrue(query, "include_resumes"));
  return { data: { positions, total: positions.length } };
}

/** E2 POST. */
export async function addPosition(call: Call): Promise<Answer> {
  const { viewer, body } = call;
  const title = requiredText(call, "position", 255).trim();
  assertCan(viewer, "position:write");
  const content = { ...unset, ...readCriteria(body), position: title };
  const same = await scopedDb(viewer.organisationId).position.count({
    where: { title, isListed: true, archivedAt: null },
  });
  if (same > 0) throw new Hrm2Error(400, `已经有名为“${title}”的岗位。`);
  return { status: 201, message: "岗位已创建。", data: await getOne(await save(content, undefined, viewer), viewer) };
}

/** E3 GET. */
export async function getPosition({ viewer, query, params }: Call): Promise<Answer> {
  return { data: await getOne(params.positionId ?? "", viewer, isTrue(query, "include_resumes", true)) };
}

/** E3 PUT: what is left out stays. */
export async function changePosition({ viewer, body, params }: Call): Promise<Answer> {
  if (Object.keys(body).length === 0) throw new Hrm2Error(400, "请求内容为空。");
  const earlier = await findOpen(params.positionId ?? "", viewer);
  const { salary_range: salary, ...fields } = readCriteria(body);
  if (fields.position === "") throw new Hrm2Error(400, "岗位名称不能为空。");
  const range = salary && salary.length >= 2 ? { salary_range: salary } : {};
  await save({ ...toCriteria(earlier), ...fields, ...range }, earlier, viewer);
  return { message: "岗位已更新。", data: await getOne(earlier.id, viewer) };
}

/** E3 DELETE. */
export async function removePosition({ viewer, params }: Call): Promise<Answer> {
  const { id } = await findOpen(params.positionId ?? "", viewer);
  await archivePosition({ positionId: id, isArchived: true, viewer });
  return { message: "岗位已删除。" };
}

/** E4: unknown resumes are passed over. */
export async function assign(call: Call): Promise<Answer> {
  const { viewer, params } = call;
  const { id: positionId } = await findOpen(params.positionId ?? "", viewer);
  const resumeIds = [...new Set(requiredIds(call, "resume_data_ids"))];
  const notes = optionalText(call, "notes");
  const made = await assignResumes({ positionId, resumeIds, viewer }).catch((error) => {
    if (error instanceof AppError && error.message === "nothing_to_assign") return null;
    throw error;
  });
  const db = scopedDb(viewer.organisationId);
  if (notes && made)
    await db.application.updateMany({ where: { id: { in: made.assignedIds } }, data: { notes: notes.slice(0, 5000) } });
  return {
    message: `已分配 ${made?.assigned ?? 0} 份简历。`,
    data: {
      position_id: positionId,
      assigned_count: made?.assigned ?? 0,
      skipped_count: made?.already ?? 0,
      total_resumes: await countResumes(positionId, viewer),
    },
  };
}

/** E5. */
export async function unassign({ viewer, params }: Call): Promise<Answer> {
  const { id: positionId } = await findOpen(params.positionId ?? "", viewer);
  const resumeId = params.resumeId ?? "";
  await unassignResume({ positionId, resumeId, viewer });
  const total = await countResumes(positionId, viewer);
  return { message: "简历已移出岗位。", data: { position_id: positionId, resume_id: resumeId, total_resumes: total } };
}

/** E6: nothing is stored. */
export async function generate(call: Call): Promise<Answer> {
  const description = requiredText(call, "description");
  const documents = given(call, "documents") ?? [];
  if (!Array.isArray(documents)) throw new Hrm2Error(400, "documents 应为数组。");
  const texts = documents.map((document) => {
    const content = isFields(document) ? document.content : undefined;
    if (typeof content !== "string") throw new Hrm2Error(400, "documents 的每一项应有文字 content。");
    return content.slice(0, 3000);
  });
  const bytes = Buffer.from([description, ...texts].join("\n\n"), "utf8");
  const { draft } = await draftPosition({ bytes, fileName: "a.txt", locale: "zh", viewer: call.viewer });
  const requirements = draft.requirements.map((one) => ({ ...one, key: "", note: "" }));
  const { department, ...criteria } = toCriteria({ ...draft, requirements });
  const title = criteria.position || description.trim().split("\n")[0]?.slice(0, 50) || "未命名职位";
  return { message: "已生成岗位要求草稿。", data: { ...criteria, position: title } };
}

async function save(content: Criteria, earlier: PositionDetail | undefined, viewer: Viewer): Promise<string> {
  const next = toContent(content, earlier);
  if (!earlier) return (await createPosition({ ...next, viewer })).id;
  if (!isSameContent(next, earlier))
    await updatePosition({ ...next, positionId: earlier.id, baseVersion: earlier.version, viewer });
  return earlier.id;
}

/** @throws Hrm2Error for one that is unknown, archived or of a screening only */
async function findOpen(positionId: string, viewer: Viewer): Promise<PositionDetail> {
  const position = await findPosition({ positionId, viewer });
  const where = { id: positionId, isListed: true, archivedAt: null };
  const isOpen = position && (await scopedDb(viewer.organisationId).position.count({ where })) > 0;
  if (!isOpen) throw notFound("岗位");
  return position;
}

type Listed = { id: string; createdAt: Date; updatedAt: Date };

function listIds(viewer: Viewer): Promise<Listed[]> {
  return scopedDb(viewer.organisationId).position.findMany({
    where: { archivedAt: null, isListed: true, ...visiblePositions(viewer) },
    orderBy: { number: "desc" },
    select: { id: true, createdAt: true, updatedAt: true },
  });
}

async function getOne(positionId: string, viewer: Viewer, withResumes = false) {
  await findOpen(positionId, viewer);
  const where = { id: positionId };
  const select = { id: true, createdAt: true, updatedAt: true };
  const listed = await scopedDb(viewer.organisationId).position.findMany({ where, select });
  const [position] = await loadPositions(viewer, listed, withResumes);
  return position ?? null;
}

const assigned = (viewer: Viewer) => ({ assignedAt: { not: null }, ...visibleApplications(viewer) });

function countResumes(positionId: string, viewer: Viewer) {
  return scopedDb(viewer.organisationId).application.count({ where: { positionId, ...assigned(viewer) } });
}

async function loadPositions(viewer: Viewer, listed: Listed[], withResumes: boolean) {
  const positionIds = listed.map(({ id }) => id);
  const counts = await scopedDb(viewer.organisationId).application.groupBy({
    by: ["positionId"],
    where: { positionId: { in: positionIds }, ...assigned(viewer) },
    _count: true,
  });
  const resumes = withResumes ? await loadResumes(positionIds, viewer) : null;
  const positions = await Promise.all(
    listed.map(async (row) => {
      const position = await findPosition({ positionId: row.id, viewer });
      return position && { ...toPosition(position, row), ...(resumes && { resumes: resumes.get(row.id) ?? [] }) };
    }),
  );
  const countOf = new Map(counts.map(({ positionId, _count }) => [positionId, _count]));
  return positions.flatMap((position) =>
    position ? [{ ...position, resume_count: countOf.get(position.id) ?? 0 }] : [],
  );
}

function toPosition(position: PositionDetail, { createdAt, updatedAt }: Listed) {
  return {
    id: position.id,
    ...toCriteria(position),
    is_active: true,
    resume_count: 0,
    created_at: isoTime(createdAt),
    updated_at: isoTime(updatedAt),
  };
}

/** By position, newest assigned first. The text of a resume and its result are for those who may screen. */
async function loadResumes(positionIds: string[], viewer: Viewer) {
  const seesResults = can(viewer, "screening:read");
  const rows = await scopedDb(viewer.organisationId).application.findMany({
    where: { positionId: { in: positionIds }, ...assigned(viewer) },
    orderBy: [{ assignedAt: "desc" }, { number: "desc" }],
    select: {
      positionId: true,
      position: { select: { title: true } },
      resume: { select: resumeSelect },
      currentRun: { select: runSelect },
    },
  });
  const unscreened = rows.filter(({ currentRun }) => !currentRun).map(({ resume }) => resume.id);
  const others = seesResults ? await newestRuns(unscreened, viewer) : new Map();
  const videos = await videosOf(
    rows.map(({ resume }) => resume.id),
    viewer,
  );
  const shown = (await showApplications(viewer, rows)).map(({ positionId, position, resume, currentRun }) => {
    const screened = seesResults ? (toScreened(currentRun) ?? others.get(resume.id) ?? null) : null;
    const name = shownName(resume);
    const video = videos.get(resume.id);
    return {
      positionId,
      resume: {
        id: resume.id,
        candidate_name: name,
        position_title: position.title,
        resume_content: resume.content?.text ?? "",
        screening_score: screened && toScores(screened.result),
        screening_summary: screened && toSummary(screened.result),
        ...reportUrls(name, screened),
        created_at: isoTime(resume.receivedAt),
        ...(video && {
          video_analysis: { id: video.brief.video_id, ...video.brief, ...video.traits, summary: video.summary },
          video_analysis_status: video.brief.status,
        }),
      },
    };
  });
  return new Map(
    [...Map.groupBy(shown, ({ positionId }) => positionId)].map(([id, some]) => [id, some.map(({ resume }) => resume)]),
  );
}

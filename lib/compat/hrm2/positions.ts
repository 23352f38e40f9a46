import "server-only";
import { z } from "zod";
import { assignResumes } from "@/lib/application/assign-resumes";
import { unassignResume } from "@/lib/application/unassign-resume";
import { can, visibleApplications, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { archivePosition } from "@/lib/position/archive-position";
import { draftPosition } from "@/lib/position/draft-position";
import { findPosition } from "@/lib/position/find-position";
import { createPosition, updatePosition } from "@/lib/position/save-position";
import type { PositionDetail } from "@/lib/position/schema";
import { Hrm2Error, notFound } from "./answer";
import * as answers from "./answers";
import { showApplications } from "./hide-person";
import { isoTime } from "./iso-time";
import { reportUrls } from "./media";
import { flag, ids, operation, optionalWords, words } from "./operation";
import { type Criteria, isSameContent, someCriteria, toContent, toCriteria, unset } from "./position-shape";
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
export const getCriteria = operation(
  { permission: "position:read", data: answers.currentCriteria },
  async ({ viewer }) => {
    const sent = await readState(viewer, criteriaKey);
    // As it was sent: whatever else stands in it, it has a position.
    if (sent) return { data: answers.currentCriteria.parse(sent) };
    const newest = (await listIds(viewer))[0];
    const position = newest && (await findPosition({ positionId: newest.id, viewer }));
    return { data: position ? toPosition(position, newest) : shipped };
  },
);

/** E1 POST: a position by its title, made or overwritten; its fields that are left out fall back. */
export const saveCriteria = operation(
  { permission: "position:write", fields: someCriteria.required({ position: true }), data: answers.position },
  async ({ viewer, fields: given, sent }) => {
    const { position, department, description, ...fields } = given;
    const title = position || "未命名职位";
    const known = await scopedDb(viewer.organisationId).position.findFirst({
      where: { title, isListed: true, ...visiblePositions(viewer) },
      orderBy: [{ archivedAt: { sort: "asc", nulls: "first" } }, { number: "desc" }],
      select: { id: true, archivedAt: true },
    });
    if (known?.archivedAt) await archivePosition({ positionId: known.id, isArchived: false, viewer });
    const earlier = known && (await findPosition({ positionId: known.id, viewer }));
    const kept = earlier ? { department: earlier.department, description: earlier.description } : {};
    const id = await save({ ...unset, ...kept, ...fields, position: title }, earlier ?? undefined, viewer);
    await writeState(viewer, criteriaKey, { value: sent });
    return { message: "岗位设置已保存。", data: await getOne(id, viewer) };
  },
);

/** E2 GET. */
export const listPositions = operation(
  { permission: "position:read", fields: z.object({ include_resumes: flag(false) }), data: answers.positions },
  async ({ viewer, fields }) => {
    const positions = await loadPositions(viewer, await listIds(viewer), fields.include_resumes);
    return { data: { positions, total: positions.length } };
  },
);

/** E2 POST. */
export const addPosition = operation(
  {
    permission: "position:write",
    fields: someCriteria.extend({ position: words(255).trim() }),
    data: answers.position,
  },
  async ({ viewer, fields }) => {
    const content = { ...unset, ...fields };
    const title = fields.position;
    const same = await scopedDb(viewer.organisationId).position.count({
      where: { title, isListed: true, archivedAt: null },
    });
    if (same > 0) throw new Hrm2Error(400, `已经有名为“${title}”的岗位。`);
    return { status: 201, message: "岗位已创建。", data: await getOne(await save(content, undefined, viewer), viewer) };
  },
);

/** E3 GET. */
export const getPosition = operation(
  { permission: "position:read", fields: z.object({ include_resumes: flag(true) }), data: answers.position },
  async ({ viewer, fields, params }) => ({
    data: await getOne(params.positionId ?? "", viewer, fields.include_resumes),
  }),
);

/** E3 PUT: what is left out stays. */
export const changePosition = operation(
  { permission: "position:write", fields: someCriteria, data: answers.position },
  async ({ viewer, fields: given, sent, params }) => {
    if (Object.keys(sent).length === 0) throw new Hrm2Error(400, "请求内容为空。");
    const earlier = await findOpen(params.positionId ?? "", viewer);
    const { salary_range: salary, ...fields } = given;
    if (fields.position === "") throw new Hrm2Error(400, "岗位名称不能为空。");
    const range = salary && salary.length >= 2 ? { salary_range: salary } : {};
    await save({ ...toCriteria(earlier), ...fields, ...range }, earlier, viewer);
    return { message: "岗位已更新。", data: await getOne(earlier.id, viewer) };
  },
);

/** E3 DELETE. */
export const removePosition = operation({ permission: "position:write" }, async ({ viewer, params }) => {
  const { id } = await findOpen(params.positionId ?? "", viewer);
  await archivePosition({ positionId: id, isArchived: true, viewer });
  return { message: "岗位已删除。" };
});

/** E4: unknown resumes are passed over. */
export const assign = operation(
  {
    permission: "application:assign",
    fields: z.object({ resume_data_ids: ids, notes: optionalWords(Number.POSITIVE_INFINITY) }),
    data: answers.assignedResumes,
  },
  async ({ viewer, params, fields: { resume_data_ids, notes } }) => {
    const { id: positionId } = await findOpen(params.positionId ?? "", viewer);
    const resumeIds = [...new Set(resume_data_ids)];
    const made = await assignResumes({ positionId, resumeIds, viewer }).catch((error) => {
      if (error instanceof AppError && error.message === "nothing_to_assign") return null;
      throw error;
    });
    const db = scopedDb(viewer.organisationId);
    if (notes && made)
      await db.application.updateMany({
        where: { id: { in: made.assignedIds } },
        data: { notes: notes.slice(0, 5000) },
      });
    return {
      message: `已分配 ${made?.assigned ?? 0} 份简历。`,
      data: {
        position_id: positionId,
        assigned_count: made?.assigned ?? 0,
        skipped_count: made?.already ?? 0,
        total_resumes: await countResumes(positionId, viewer),
      },
    };
  },
);

/** E5. */
export const unassign = operation(
  { permission: "application:assign", data: answers.unassignedResume },
  async ({ viewer, params }) => {
    const { id: positionId } = await findOpen(params.positionId ?? "", viewer);
    const resumeId = params.resumeId ?? "";
    await unassignResume({ positionId, resumeId, viewer });
    const total = await countResumes(positionId, viewer);
    return {
      message: "简历已移出岗位。",
      data: { position_id: positionId, resume_id: resumeId, total_resumes: total },
    };
  },
);

/** E6: nothing is stored. */
export const generate = operation(
  {
    permission: "position:write",
    fields: z.object({
      description: words(),
      documents: z.array(z.looseObject({ content: z.string() })).nullish(),
    }),
    data: answers.draftedCriteria,
  },
  async ({ viewer, fields: { description, documents } }) => {
    const texts = (documents ?? []).map(({ content }) => content.slice(0, 3000));
    const bytes = Buffer.from([description, ...texts].join("\n\n"), "utf8");
    const { draft } = await draftPosition({ bytes, fileName: "a.txt", locale: "zh", viewer });
    const requirements = draft.requirements.map((one) => ({ ...one, key: "", note: "" }));
    const { department, ...criteria } = toCriteria({ ...draft, requirements });
    const title = criteria.position || description.trim().split("\n")[0]?.slice(0, 50) || "未命名职位";
    return { message: "已生成岗位要求草稿。", data: { ...criteria, position: title } };
  },
);

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
    is_active: true as const,
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

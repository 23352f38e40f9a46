import "server-only";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { visibleApplications, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { isUniqueViolation } from "@/lib/resume/store-file";
import { Hrm2Error, notFound } from "./answer";
import * as answers from "./answers";
import { showApplications } from "./hide-person";
import { isoTime } from "./iso-time";
import { reportUrls } from "./media";
import { type Call, flag, id, ids, operation, optionalWords, pageFields, window, words } from "./operation";
import { toScreeningJson, toSummary } from "./report";
import { findMembers } from "./resume-data";
import { newestRuns, resumeSelect, runSelect, shownName, toScores, toScreened } from "./resumes";
import { videosOf } from "./videos";

const statuses = [
  "pending",
  "interview_analysis",
  "interview_analysis_completed",
  "comprehensive_screening",
  "completed",
] as const;

type Member = Awaited<ReturnType<typeof findMembers>>[number];

/** E15: one group for each position version; the first keeps its name. */
export const createGroup = operation(
  {
    permission: "screening:start",
    fields: z.object({
      ...{ group_name: words(255).trim(), resume_data_ids: ids, description: optionalWords(Number.POSITIVE_INFINITY) },
    }),
    wrongIn: "details",
    data: answers.groupBrief,
  },
  async ({ viewer, fields: { group_name: name, resume_data_ids: resumeIds, description } }) => {
    const members = await findMembers(resumeIds, viewer);
    if (members.length < new Set(resumeIds).size) throw notFound("简历");
    const [first, ...others] = members.map(withRun);
    if (!first) throw notFound("简历");
    const mismatched = others.filter((other) => !isSamePosition(first, other));
    if (mismatched.length > 0) {
      const titles = mismatched.map(({ resume, run }) => ({
        id: resume.id,
        position_title: run.positionVersion.title,
      }));
      throw new Hrm2Error(400, "这些简历不是为同一个岗位筛选的。", {
        errors: { mismatched: titles, expected: first.run.positionVersion.title },
      });
    }
    const db = scopedDb(viewer.organisationId);
    const where = {
      organisationId_positionVersionId: {
        organisationId: viewer.organisationId,
        positionVersionId: first.run.positionVersionId,
      },
    };
    const data = { organisationId: viewer.organisationId, positionVersionId: first.run.positionVersionId };
    const group =
      (await db.applicationGroup.findUnique({ where })) ??
      (await db.applicationGroup.create({ data: { ...data, name, description } }).catch((error) => {
        if (!isUniqueViolation(error)) throw error;
        return db.applicationGroup.findUniqueOrThrow({ where });
      }));
    const applicationIds = members.flatMap(({ run }) => run?.applicationId ?? []);
    await db.application.updateMany({ where: { id: { in: applicationIds } }, data: { groupId: group.id } });
    return {
      status: 201,
      message: "简历组已创建。",
      data: { group_id: group.id, group_name: group.name, resume_count: await count(group.id, viewer) },
    };
  },
);

const groupAndMember = z.object({ group_id: id, resume_data_id: id });

/** E16. */
export const addToGroup = operation(
  { permission: "screening:start", fields: groupAndMember, data: answers.groupBrief },
  async (call) => {
    const { group, member } = await findGroupAndMember(call);
    if (member.applications.some(({ groupId }) => groupId === group.id)) throw new Hrm2Error(400, "简历已在这个组里。");
    const { run } = withRun(member);
    const expected = group.positionVersion.title;
    if (run.positionVersionId !== group.positionVersionId)
      throw new Hrm2Error(400, "简历不是为这个组的岗位筛选的。", {
        errors: { resume_position: run.positionVersion.title, group_position: expected },
      });
    await setGroup(call.viewer, run.applicationId, group.id);
    return { message: "简历已加入。", data: await brief(group, call.viewer) };
  },
);

/** E17. */
export const removeFromGroup = operation(
  { permission: "screening:start", fields: groupAndMember, data: answers.groupBrief },
  async (call) => {
    const { group, member } = await findGroupAndMember(call);
    const application = member.applications.find(({ groupId }) => groupId === group.id);
    if (!application) throw new Hrm2Error(400, "简历不在这个组里。");
    await setGroup(call.viewer, application.id, null);
    return { message: "简历已移出。", data: await brief(group, call.viewer) };
  },
);

/** E18. */
export const setGroupStatus = operation(
  { permission: "screening:start", fields: z.object({ group_id: id, status: words() }), data: answers.groupStatus },
  async ({ viewer, fields: { group_id: groupId, status } }) => {
    const group = await findGroup(groupId, viewer);
    if (!statuses.some((known) => known === status))
      throw new Hrm2Error(400, "没有这个状态。", { errors: { valid_statuses: statuses } });
    await scopedDb(viewer.organisationId).applicationGroup.update({ where: { id: groupId }, data: { status } });
    return { message: "状态已更新。", data: { group_id: groupId, group_name: group.name, status } };
  },
);

/** E19. */
export const getGroup = operation(
  { permission: "screening:read", fields: z.object({ include_resumes: flag(true) }), data: answers.shownGroup },
  async ({ viewer, params, fields }) => {
    const found = await findGroup(params.groupId ?? "", viewer);
    const members = await loadMembers([found.id], viewer);
    const group = await advance(found, members, viewer);
    const resumes = members.map(({ resume, currentRun, newest, video }) => {
      const screened = toScreened(currentRun) ?? newest;
      const name = shownName(resume);
      return {
        id: resume.id,
        candidate_name: name,
        position_title: group.positionVersion.title,
        scores: screened ? toScores(screened.result) : {},
        summary: screened ? toSummary(screened.result) : "",
        json_content: screened ? JSON.stringify(toScreeningJson(name, screened)) : "",
        ...reportUrls(name, screened),
        ...(video && { video_analysis: { ...video.brief, analysis_result: video.traits, summary: video.summary } }),
      };
    });
    return {
      message: "简历组。",
      data: {
        group: {
          ...toGroup(group, members.length),
          ...(fields.include_resumes && { resumes }),
        },
        summary: { total_resumes: members.length, status: group.status, created_at: isoTime(group.createdAt) },
      },
    };
  },
);

/** E20: the filter by status looks before groups advance. */
export const listGroups = operation(
  {
    permission: "screening:read",
    fields: z.object({
      ...{ position_title: z.string().optional(), status: z.string().optional(), include_resumes: flag(false) },
      ...pageFields({ size: 10, most: 100 }),
    }),
    data: answers.groups,
  },
  async ({ viewer, fields: { position_title: title, status, include_resumes: withResumes, ...page } }) => {
    const where: Prisma.ApplicationGroupWhereInput = {
      positionVersion: {
        position: visiblePositions(viewer),
        ...(title && { title: { contains: title, mode: "insensitive" } }),
      },
      ...(status && { status }),
    };
    const db = scopedDb(viewer.organisationId);
    const found = await db.applicationGroup.findMany({
      where,
      orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      ...window(page),
      include: groupInclude,
    });
    const members = await loadMembers(
      found.map(({ id }) => id),
      viewer,
    );
    const groups = [];
    for (const row of found) {
      const own = members.filter(({ groupId }) => groupId === row.id);
      const group = await advance(row, own, viewer);
      const resumes = own.map(({ resume, currentRun, newest }) => {
        const screened = toScreened(currentRun) ?? newest;
        return {
          id: resume.id,
          candidate_name: shownName(resume),
          position_title: group.positionVersion.title,
          screening_score: screened && toScores(screened.result),
          screening_summary: screened ? toSummary(screened.result) : "",
          resume_content: resume.content?.text ?? "",
          created_at: isoTime(resume.receivedAt),
          ...reportUrls(shownName(resume), screened),
        };
      });
      groups.push({ ...toGroup(group, own.length), ...(withResumes && { resumes }) });
    }
    return { message: "简历组列表。", data: { groups, total: await db.applicationGroup.count({ where }), ...page } };
  },
);

const groupInclude = { positionVersion: { select: { title: true } } } satisfies Prisma.ApplicationGroupInclude;
type GroupRow = Prisma.ApplicationGroupGetPayload<{ include: typeof groupInclude }>;

function toGroup({ id, name, positionVersion, description, status, createdAt }: GroupRow, resumeCount: number) {
  return {
    id,
    group_name: name,
    position_title: positionVersion.title,
    description,
    resume_count: resumeCount,
    status,
    created_at: isoTime(createdAt),
  };
}

async function findGroup(groupId: string, viewer: Viewer): Promise<GroupRow> {
  const group = await scopedDb(viewer.organisationId).applicationGroup.findFirst({
    where: { id: groupId, positionVersion: { position: visiblePositions(viewer) } },
    include: groupInclude,
  });
  if (!group) throw notFound("简历组");
  return group;
}

async function loadMembers(groupIds: string[], viewer: Viewer) {
  const rows = await scopedDb(viewer.organisationId).application.findMany({
    where: { groupId: { in: groupIds }, ...visibleApplications(viewer) },
    orderBy: { number: "desc" },
    select: { groupId: true, resume: { select: resumeSelect }, currentRun: { select: runSelect } },
  });
  const unscreened = rows.filter(({ currentRun }) => !currentRun).map(({ resume }) => resume.id);
  const newest = await newestRuns(unscreened, viewer);
  const shown = await showApplications(viewer, rows);
  const videos = await videosOf(
    rows.map(({ resume }) => resume.id),
    viewer,
  );
  return shown.map((row) => ({
    ...row,
    newest: newest.get(row.resume.id) ?? null,
    video: videos.get(row.resume.id),
  }));
}

type GroupMember = Awaited<ReturnType<typeof loadMembers>>[number];

/** Every reading moves a group on: to interviews, and past them when every member's video is done. */
async function advance(group: GroupRow, members: GroupMember[], viewer: Viewer): Promise<GroupRow> {
  if (members.length === 0) return group;
  const isSeen = members.every(({ video }) => video?.brief.status === "completed");
  const status = isSeen ? "interview_analysis_completed" : "interview_analysis";
  const movesFrom = isSeen ? ["pending", "interview_analysis"] : ["pending"];
  if (!movesFrom.includes(group.status)) return group;
  await scopedDb(viewer.organisationId).applicationGroup.updateMany({
    where: { id: group.id, status: { in: movesFrom } },
    data: { status },
  });
  return { ...group, status };
}

async function findGroupAndMember({ viewer, fields }: Call<typeof groupAndMember>) {
  const { group_id: groupId, resume_data_id: resumeId } = fields;
  const row = await findGroup(groupId, viewer);
  const [member] = await findMembers([resumeId], viewer);
  if (!member) throw notFound("简历");
  const db = scopedDb(viewer.organisationId);
  const applications = await db.application.findMany({ where: { resumeId }, select: { id: true, groupId: true } });
  return { group: row, member: { ...member, applications } };
}

function withRun<Some extends Member>(member: Some): Some & { run: NonNullable<Member["run"]> } {
  const { run } = member;
  if (!run) throw new Hrm2Error(400, "简历还没有为任何岗位筛选过。");
  return { ...member, run };
}

/** The same version, and the same object where the client sent one. */
function isSamePosition(one: ReturnType<typeof withRun>, other: ReturnType<typeof withRun>): boolean {
  return one.run.positionVersionId === other.run.positionVersionId && isDeepStrictEqual(one.details, other.details);
}

function count(groupId: string, viewer: Viewer) {
  return scopedDb(viewer.organisationId).application.count({ where: { groupId, ...visibleApplications(viewer) } });
}

async function setGroup({ organisationId }: Viewer, applicationId: string, groupId: string | null) {
  await scopedDb(organisationId).application.update({ where: { id: applicationId }, data: { groupId } });
}

async function brief({ id, name }: GroupRow, viewer: Viewer) {
  return { group_id: id, group_name: name, resume_count: await count(id, viewer) };
}

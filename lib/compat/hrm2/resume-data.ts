import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import { encodeFileName } from "@/lib/api/file-response";
import { assignResumes } from "@/lib/application/assign-resumes";
import { visibleApplications, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { openResumes } from "@/lib/resume/blind/blindings";
import { Hrm2Error, notFound } from "./answer";
import * as answers from "./answers";
import { findOrMakePosition } from "./find-or-make-position";
import { showResumes } from "./hide-person";
import { isoTime } from "./iso-time";
import { reportUrls } from "./media";
import { operation, pageFields, window, words } from "./operation";
import { someCriteria, unset } from "./position-shape";
import { fileSafe, toMarkdown, toScreeningJson, toSummary } from "./report";
import {
  acceptText,
  findByText,
  newestRuns,
  positionDetails,
  resumeSelect,
  runSelect,
  shownName,
  storedText,
  toScores,
} from "./resumes";
import { videosOf } from "./videos";

/** E12: before a screening too. */
export const downloadReport = operation({ permission: "screening:read", isFile: true }, async ({ viewer, params }) => {
  const { resume, screened, title, name } = await findReport(params.reportId ?? "", viewer);
  const text = resume.content?.text ?? "";
  const body = toMarkdown({ name, positionTitle: title, text, screened, now: new Date() });
  const fileName = encodeFileName(`${fileSafe(name)}简历初筛结果.md`);
  return new Response(body, {
    headers: {
      "content-type": "text/markdown; charset=utf-8",
      "content-disposition": `attachment; filename*=UTF-8''${fileName}`,
      "x-content-type-options": "nosniff",
    },
  });
});

/** E13. */
export const getReport = operation(
  { permission: "screening:read", data: answers.shownReport },
  async ({ viewer, params }) => {
    const { resume, screened, title, name } = await findReport(params.reportId ?? "", viewer);
    const video = (await videosOf([resume.id], viewer)).get(resume.id);
    return {
      message: "报告详情。",
      data: {
        report: {
          id: resume.id,
          created_at: isoTime(resume.receivedAt),
          candidate_name: name,
          position_title: title,
          scores: screened ? toScores(screened.result) : {},
          summary: screened ? toSummary(screened.result) : "",
          resume_content: resume.content?.text ?? "",
          json_report_content: screened ? JSON.stringify(toScreeningJson(name, screened)) : "",
          report_json_url: reportUrls(name, screened).report_json_url,
          video_analysis_id: video?.brief.video_id ?? null,
        },
      },
    };
  },
);

async function findReport(resumeId: string, viewer: Viewer) {
  const found = await scopedDb(viewer.organisationId).resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: resumeSelect,
  });
  const [resume] = await showResumes(viewer, found ? [found] : []);
  if (!resume) throw notFound("报告");
  const screened = (await newestRuns([resumeId], viewer)).get(resumeId) ?? null;
  const title = screened?.positionVersion.title ?? (await meantTitles([resumeId], viewer)).get(resumeId) ?? "";
  return { resume, screened, title, name: shownName(resume) };
}

/** E14 GET: what was screened, or stored to be. */
export const listData = operation(
  {
    permission: "screening:read",
    fields: z.object({
      ...{ position_title: z.string().optional(), candidate_name: z.string().optional() },
      ...pageFields({ size: 10, most: 50 }),
    }),
    data: answers.dataRows,
  },
  async ({ viewer, fields: { position_title: title, candidate_name: name, ...page } }) => {
    const db = scopedDb(viewer.organisationId);
    const contains = (text: string) => ({ contains: text, mode: "insensitive" as const });
    const where: Prisma.ResumeWhereInput = {
      ...{ removedAt: null, duplicateOfId: null },
      AND: [
        visibleResumes(viewer),
        name
          ? { OR: [{ candidateName: contains(name) }, { fileName: contains(name) }], AND: [openResumes(viewer)] }
          : {},
        title
          ? {
              OR: [
                { runs: { some: { positionVersion: { title: contains(title) } } } },
                { source: storedText, applications: { some: { position: { title: contains(title) } } } },
              ],
            }
          : { OR: [{ runs: { some: {} } }, { source: storedText }] },
      ],
    };
    const orderBy: Prisma.ResumeOrderByWithRelationInput[] = [{ receivedAt: "desc" }, { id: "desc" }];
    const found = await db.resume.findMany({ where, orderBy, ...window(page), select: resumeSelect });
    const rows = await showResumes(viewer, found);
    const resumeIds = rows.map(({ id }) => id);
    const runs = await newestRuns(resumeIds, viewer);
    const titles = await meantTitles(resumeIds, viewer);
    const results = rows.map((resume) => {
      const screened = runs.get(resume.id) ?? null;
      return {
        id: resume.id,
        created_at: isoTime(resume.receivedAt),
        position_title: screened?.positionVersion.title ?? titles.get(resume.id) ?? "",
        candidate_name: shownName(resume),
        screening_score: screened && toScores(screened.result),
        resume_file_hash: resume.fileHash,
        ...reportUrls(shownName(resume), screened),
      };
    });
    return { message: "简历数据。", data: { results, total: await db.resume.count({ where }), ...page } };
  },
);

/** E14 POST: a candidate for the position that asks for the same, as yet without a screening. */
export const addData = operation(
  {
    permission: "resume:import",
    fields: z.object({
      ...{ position_title: words(255), candidate_name: words(100), resume_content: words() },
      position_details: someCriteria.nullish(),
    }),
    data: answers.storedRow,
  },
  async ({
    viewer,
    fields: { position_title: title, candidate_name: name, resume_content: content, position_details },
  }) => {
    if (await findByText(content, viewer)) throw new Hrm2Error(409, "这份简历已经存在。");
    const criteria = { ...unset, ...position_details, position: title, id: null };
    const positionId = await findOrMakePosition(criteria, viewer);
    const id = await acceptText({ name, content, batchId: randomUUID(), viewer, source: storedText });
    await assignResumes({ positionId, resumeIds: [id], viewer });
    return { status: 201, message: "简历数据已保存。", data: { id } };
  },
);

/** The positions that texts were last put on. */
async function meantTitles(resumeIds: string[], viewer: Viewer): Promise<Map<string, string>> {
  const applications = await scopedDb(viewer.organisationId).application.findMany({
    where: { resumeId: { in: resumeIds }, ...visibleApplications(viewer) },
    orderBy: { number: "asc" },
    select: { resumeId: true, position: { select: { title: true } } },
  });
  return new Map(applications.map(({ resumeId, position }) => [resumeId, position.title]));
}

/** What HRM2 compares resumes by: the position's title and the whole object that was sent. */
export async function findMembers(resumeIds: string[], viewer: Viewer) {
  const rows = await scopedDb(viewer.organisationId).resume.findMany({
    where: { id: { in: resumeIds }, removedAt: null, ...visibleResumes(viewer) },
    select: {
      ...resumeSelect,
      runs: {
        where: { application: visibleApplications(viewer) },
        orderBy: { number: "asc" },
        take: 1,
        select: { ...runSelect, applicationId: true, positionVersionId: true },
      },
    },
  });
  const shown = await showResumes(viewer, rows);
  return shown.map(({ runs: [run], ...resume }) => ({ resume, run, details: run ? positionDetails(run) : {} }));
}

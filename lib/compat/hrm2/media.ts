import "server-only";
import { assertCan, visibleApplications, visibleInterviews, visibleVideos } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { getInterviewReport } from "@/lib/report/interview-report";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { openVideo } from "@/lib/video/change-video";
import { videoResponse } from "@/lib/video/video-response";
import { notFound } from "./answer";
import { hideResume, hideRun } from "./hide-person";
import { fileSafe, toMarkdown, toScreeningJson } from "./report";
import { type RunRow, resumeSelect, runSelect, shownName, toScreened } from "./resumes";

type Addressed = Pick<RunRow, "number" | "finishedAt">;

/** Root-relative addresses of a result's two files. The run's number at the end is what they are found by. */
export function reportUrls(name: string, run: Addressed | null) {
  if (!run) return { report_md_url: null, report_json_url: null };
  const day = (run.finishedAt ?? new Date(0)).toISOString().slice(0, 10).replaceAll("-", "/");
  const mark = run.number.toString(36).padStart(7, "0");
  const folder = `/media/screening_reports/${day}`;
  return {
    report_md_url: `${folder}/${encodeURIComponent(`${fileSafe(name)}简历初筛结果_${mark}.md`)}`,
    report_json_url: `${folder}/${encodeURIComponent(`${fileSafe(name)}_${mark}.json`)}`,
  };
}

type InterviewReportUrl = {
  name: string;
  interviewId: string;
  number: number;
  day: Date;
  /** With every question and answer. */
  isFull: boolean;
};

/** Where the report of an interview is fetched; the mark at the end is what it is found by. */
export function interviewReportUrl({ name, interviewId, number, day, isFull }: InterviewReportUrl): string {
  const mark = `${number.toString(36).padStart(7, "0")}${isFull ? "" : "s"}`;
  const folder = `/media/interview_assist_reports/${day.toISOString().slice(0, 10).replaceAll("-", "/")}`;
  return `${folder}/${encodeURIComponent(`面试辅助报告_${fileSafe(name)}_${interviewId}_${mark}.md`)}`;
}

async function getInterviewMedia(fileName: string, viewer: Viewer): Promise<Response> {
  const [, mark = "", short] = /_([0-9a-z]{7})(s?)\.md$/.exec(fileName) ?? [];
  const number = Number.parseInt(mark, 36);
  if (!(number <= 2_147_483_647)) throw notFound("文件");
  const found = await scopedDb(viewer.organisationId).interview.findFirst({
    where: { number, ...visibleInterviews(viewer) },
    select: { id: true },
  });
  if (!found) throw notFound("文件");
  const asked = { interviewId: found.id, viewer, locale: "zh", format: "md", withConversation: !short } as const;
  const { body } = await getInterviewReport(asked);
  const type = { "content-type": "text/markdown; charset=utf-8", "content-disposition": "inline" };
  return new Response(String(body), { headers: { ...type, "x-content-type-options": "nosniff" } });
}

type VideoAddress = { name: string; kind: string; number: number; createdAt: Date };

/** Where a recording is played from, by ranges. */
export function videoFileUrl({ name, kind, number, createdAt }: VideoAddress): string {
  const day = createdAt.toISOString().slice(0, 10).replaceAll("-", "/");
  const mark = number.toString(36).padStart(7, "0");
  return `/media/video_analysis/videos/${day}/${encodeURIComponent(`${fileSafe(name)}_${mark}.${kind}`)}`;
}

async function getVideoMedia(fileName: string, request: Request, viewer: Viewer): Promise<Response> {
  const number = Number.parseInt(/_([0-9a-z]{7})\.\w+$/.exec(fileName)?.[1] ?? "", 36);
  if (!(number <= 2_147_483_647)) throw notFound("文件");
  const found = await scopedDb(viewer.organisationId).video.findFirst({
    where: { number, ...visibleVideos(viewer) },
    select: { id: true },
  });
  if (!found) throw notFound("文件");
  return videoResponse(request, await openVideo({ videoId: found.id, viewer }));
}

/** What is behind such an address. @throws Hrm2Error 404 also for what the viewer may not see */
export async function getMedia(path: string[], request: Request, viewer: Viewer): Promise<Response> {
  if (path[0] === "video_analysis") return getVideoMedia(path.at(-1) ?? "", request, viewer);
  if (path[0] === "interview_assist_reports") return getInterviewMedia(path.at(-1) ?? "", viewer);
  assertCan(viewer, "screening:read");
  const [, mark = "", type] = /_([0-9a-z]{7})\.(md|json)$/.exec(path.at(-1) ?? "") ?? [];
  const number = Number.parseInt(mark, 36);
  if (path[0] !== "screening_reports" || !type || !(number <= 2_147_483_647)) throw notFound("文件");
  const found = await scopedDb(viewer.organisationId).screeningRun.findFirst({
    where: { number, application: visibleApplications(viewer) },
    select: { ...runSelect, resume: { select: resumeSelect } },
  });
  const hidden = found ? (await loadRedacted(viewer, [found.resume.id])).get(found.resume.id) : undefined;
  const run = found && { ...hideRun(found, hidden), resume: hideResume(found.resume, hidden) };
  const screened = toScreened(run);
  if (!run || !screened) throw notFound("文件");
  const name = shownName(run.resume);
  const headers = { "content-disposition": "inline", "x-content-type-options": "nosniff" };
  if (type === "json") return Response.json(toScreeningJson(name, screened), { headers });
  const text = run.resume.content?.text ?? "";
  const { title } = screened.positionVersion;
  const body = toMarkdown({ name, positionTitle: title, text, screened, now: run.finishedAt ?? new Date() });
  return new Response(body, { headers: { ...headers, "content-type": "text/markdown; charset=utf-8" } });
}

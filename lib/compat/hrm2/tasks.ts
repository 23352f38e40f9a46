import "server-only";
import { z } from "zod";
import { visibleApplications, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { loadRedacted } from "@/lib/resume/blind/load-redacted";
import { deleteBatch } from "@/lib/screening/delete-batch";
import { workState } from "@/lib/screening/schema";
import { notFound } from "./answer";
import * as answers from "./answers";
import { hideResume, hideRun } from "./hide-person";
import { isoTime } from "./iso-time";
import { reportUrls } from "./media";
import { operation, pageFields, window } from "./operation";
import { fileSafe, toScreeningJson, toSummary } from "./report";
import { resumeSelect, runSelect, shownName, submittedScreening, toScores, toScreened } from "./resumes";
import { type ResumeVideo, videosOf } from "./videos";

const taskSelect = {
  ...{ id: true, state: true, total: true, error: true, submitted: true, createdAt: true },
  positionVersion: { select: { title: true } },
} satisfies Prisma.ScreeningBatchSelect;
type TaskRow = Prisma.ScreeningBatchGetPayload<{ select: typeof taskSelect }>;

/** E9. */
export const getTask = operation({ permission: "screening:read", data: answers.task }, async ({ viewer, params }) => {
  const [task] = await loadTasks(viewer, { id: params.taskId }, { take: 1 });
  if (!task) throw notFound("任务");
  return { message: "任务状态。", data: task };
});

/** E10: newest first. */
export const listTasks = operation(
  {
    permission: "screening:read",
    fields: z.object({ status: z.string().optional(), ...pageFields({ size: 20, most: 100 }) }),
    data: answers.tasks,
  },
  async ({ viewer, fields: { status, ...page } }) => {
    const state = workState.safeParse(status);
    if (status && !state.success) return { data: { tasks: [], total: 0, ...page } };
    const where = state.success ? { state: state.data } : {};
    const tasks = await loadTasks(viewer, where, window(page));
    const total = await scopedDb(viewer.organisationId).screeningBatch.count({ where: visible(viewer, where) });
    return { message: "任务列表。", data: { tasks, total, ...page } };
  },
);

/** E11: what is still to be done is stopped. */
export const deleteTask = operation(
  { permission: "screening:start", data: answers.deletedTask },
  async ({ viewer, params }) => {
    const taskId = params.taskId ?? "";
    await deleteBatch({ batchId: taskId, viewer });
    return { message: "任务已删除。", data: { task_id: taskId } };
  },
);

function visible(viewer: Viewer, where: Prisma.ScreeningBatchWhereInput) {
  return { ...where, position: visiblePositions(viewer) };
}

async function loadTasks(
  viewer: Viewer,
  where: Prisma.ScreeningBatchWhereInput,
  part: { skip?: number; take: number },
) {
  const db = scopedDb(viewer.organisationId);
  const batches = await db.screeningBatch.findMany({
    where: visible(viewer, where),
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...part,
    select: taskSelect,
  });
  const batchIds = batches.map(({ id }) => id);
  const runs = await db.screeningRun.findMany({
    where: { batchId: { in: batchIds }, application: visibleApplications(viewer) },
    orderBy: { number: "asc" },
    select: { ...runSelect, batchId: true, resumeId: true, currentView: true, resume: { select: resumeSelect } },
  });
  const repeated = await findRepeated(viewer, batchIds);
  const hidden = await loadRedacted(
    viewer,
    runs.map(({ resumeId }) => resumeId),
  );
  const shown = runs.map((run) => {
    const redacted = hidden.get(run.resumeId);
    return { ...hideRun(run, redacted), resume: hideResume(run.resume, redacted) };
  });
  const runsOf = Map.groupBy(shown, ({ batchId }) => batchId);
  const resumeIds = runs.map(({ resumeId }) => resumeId);
  const known = { repeated, videos: await videosOf(resumeIds, viewer) };
  return batches.map((batch) => toTask(batch, runsOf.get(batch.id) ?? [], known));
}

type Run = Prisma.ScreeningRunGetPayload<{
  select: typeof runSelect & {
    batchId: true;
    resumeId: true;
    currentView: true;
    resume: { select: typeof resumeSelect };
  };
}>;

/**
 * Runs of a text that another screening of these clients brought before and did not fail on: HRM2 shows a resume with its
 * first task, and its clients take what is missing for duplicates.
 */
async function findRepeated(viewer: Viewer, batchIds: string[]): Promise<Set<string>> {
  const rows = await scopedDb(viewer.organisationId).$queryRaw<{ id: string }[]>`
    select run.id from screening_run run join screening_batch batch on batch.id = run.batch_id
    where batch.id = any(${batchIds}::uuid[]) and batch.organisation_id = ${viewer.organisationId}::uuid
      and batch.submitted is not null and exists (
        select from screening_run earlier join screening_batch first on first.id = earlier.batch_id
        where earlier.resume_id = run.resume_id and earlier.number < run.number and first.id <> batch.id
          and first.submitted is not null and earlier.state not in ('failed', 'cancelled'))`;
  return new Set(rows.map(({ id }) => id));
}

type Known = { repeated: ReadonlySet<string>; videos: ReadonlyMap<string, ResumeVideo> };

function toTask(batch: TaskRow, runs: Run[], { repeated, videos }: Known) {
  const submitted = submittedScreening.safeParse(batch.submitted).data;
  const status = batch.state === "cancelled" ? "failed" : batch.state;
  const ended = runs.filter(({ state }) => state !== "pending" && state !== "running").length;
  // With the built-in result, and experts by a model at work on it.
  const halfway = runs.filter(({ state, result }) => state === "running" && result !== null).length;
  const own = runs.filter(({ id }) => !repeated.has(id));
  const speaking = runs.find(({ currentView }) => currentView !== null)?.currentView;
  const error = batch.error ?? "没有一份简历能够筛选。";
  return {
    task_id: batch.id,
    status,
    progress:
      status === "completed" ? 100 : Math.min(99, Math.floor(((ended + halfway / 2) / Math.max(1, runs.length)) * 100)),
    current_step: ended,
    total_steps: submitted?.resumes ?? batch.total,
    created_at: isoTime(batch.createdAt),
    ...(status === "running" && speaking && { current_speaker: speaking }),
    ...(status === "failed" && { error_message: error }),
    resume_data: own.map((run) => toTaskResume(run, batch, videos.get(run.resumeId))),
    ...(status === "completed" && { reports: own.map((run) => toTaskReport(run, submitted?.position)) }),
  };
}

function toTaskResume(run: Run, { positionVersion }: TaskRow, video: ResumeVideo | undefined) {
  const { resume } = run;
  const screened = toScreened(run);
  const name = shownName(resume);
  return {
    id: resume.id,
    candidate_name: name,
    position_title: positionVersion.title,
    scores: screened && toScores(screened.result),
    summary: screened ? toSummary(screened.result) : "",
    json_content: screened ? JSON.stringify(toScreeningJson(name, screened)) : "",
    resume_content: resume.content?.text ?? "",
    ...reportUrls(name, screened),
    ...(video && { video_analysis: video.brief }),
  };
}

function toTaskReport({ resume }: Run, position: Record<string, unknown> | undefined) {
  return {
    report_id: resume.id,
    report_filename: `${fileSafe(shownName(resume))}简历初筛结果.md`,
    download_url: `/resume-screening/reports/${resume.id}/download/`,
    resume_content: resume.content?.text ?? "",
    ...(position && { position_info: position }),
  };
}

import "server-only";
import { wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleVideos } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen } from "@/lib/resume/blind/blindings";
import { removeVideoFor } from "@/lib/video/remove-video";
import { requestAnalysis, restart } from "@/lib/video/request-analysis";
import { type VideoScores, videoScores } from "@/lib/video/schema";
import { getOwnResume, holdResume } from "@/lib/video/store-video";

type OfVideo = { videoId: string; viewer: Viewer };

/** @throws not_found for a video that is not the viewer's to see */
export async function getVideo({ videoId, viewer }: OfVideo) {
  assertCan(viewer, "video:read");
  const video = await scopedDb(viewer.organisationId).video.findFirst({
    where: { id: videoId, ...visibleVideos(viewer) },
  });
  if (!video) throw new AppError("not_found", "video_not_found");
  return video;
}

/** @throws conflict when either belongs to another one already; the video's or resume's id is in `values` */
export async function linkVideo({ videoId, resumeId, viewer }: OfVideo & { resumeId: string }) {
  assertCan(viewer, "video:write");
  const resume = await getOwnResume(resumeId, viewer);
  const video = await getVideo({ videoId, viewer });
  if (video.resumeId) throw new AppError("conflict", "video_has_resume");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    await holdResume(tx, resumeId);
    const existing = await tx.video.findUnique({ where: { resumeId }, select: { id: true } });
    if (existing) throw new AppError("conflict", "resume_has_video", { values: { videoId: existing.id } });
    await hold(tx, viewer, video, resumeId);
    await recordAudit(tx, { viewer, action: "video.linked", subjectType: "video", subjectId: videoId });
  });
  wakeJobs();
  return { video, resume };
}

/** @throws conflict when the resume has none */
export async function unlinkVideo({ resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  assertCan(viewer, "video:write");
  const resume = await getOwnResume(resumeId, viewer);
  const db = scopedDb(viewer.organisationId);
  const video = await db.video.findUnique({ where: { resumeId }, select: { id: true, transcript: true } });
  if (!video) throw new AppError("conflict", "resume_without_video");
  await db.$transaction(async (tx) => {
    await hold(tx, viewer, video, null);
    await recordAudit(tx, { viewer, action: "video.unlinked", subjectType: "video", subjectId: video.id });
  });
  wakeJobs();
  return { videoId: video.id, resume };
}

/** What was said is held against another resume, or none. */
async function hold(
  tx: Transaction,
  viewer: Viewer,
  video: { id: string; transcript: unknown },
  resumeId: string | null,
) {
  const isSaid = video.transcript !== null;
  const data = { resumeId, ...(isSaid && restart) };
  const { revision } = await tx.video.update({ where: { id: video.id }, data, select: { revision: true } });
  if (isSaid) await requestAnalysis(tx, { organisationId: viewer.organisationId, videoId: video.id, revision });
}

type AddOutsideAnalysis = OfVideo & {
  analyser: string;
  /** What is left out stays as the analyser gave it last. */
  scores: Partial<VideoScores>;
  summary?: string;
  state: "pending" | "running" | "completed" | "failed";
};

/** Keeps what an analyser that is not ours says, apart from what we say, with all it said before. */
export async function addOutsideAnalysis({ videoId, analyser, scores, summary, state, viewer }: AddOutsideAnalysis) {
  assertCan(viewer, "video:write");
  const { organisationId } = viewer;
  const video = await getVideo({ videoId, viewer });
  const db = scopedDb(organisationId);
  const last = await newestOutside(db, videoId);
  const given = Object.fromEntries(Object.entries(scores).filter(([, value]) => value !== null && value !== undefined));
  const merged = videoScores.parse({ ...emptyScores(), ...(last && Object(last.scores)), ...given });
  await db.$transaction(async (tx) => {
    await tx.videoOutsideAnalysis.create({
      data: { organisationId, videoId, analyser, scores: merged, summary: summary ?? last?.summary ?? null },
    });
    await tx.video.update({ where: { id: videoId }, data: { state } });
    await recordAudit(tx, { viewer, action: "video.outside_analysis", subjectType: "video", subjectId: videoId });
  });
  return { video, scores: merged };
}

export function emptyScores(): VideoScores {
  return videoScores.parse(Object.fromEntries(Object.keys(videoScores.shape).map((key) => [key, null])));
}

function newestOutside(db: ReturnType<typeof scopedDb>, videoId: string) {
  return db.videoOutsideAnalysis.findFirst({ where: { videoId }, orderBy: { createdAt: "desc" } });
}

/** Deletes a recording with all that was made of it, for good. */
export async function deleteVideo({ videoId, viewer }: OfVideo) {
  assertCan(viewer, "video:write");
  await getVideo({ videoId, viewer });
  const { organisationId, userId: actorId } = viewer;
  await removeVideoFor({ organisationId, videoId, actorId, action: "video.deleted" });
}

const auditedOnceMs = 3_600_000;

/** The recording, for who may see the person; who opened it when is on record, once an hour. */
export async function openVideo({ videoId, viewer }: OfVideo) {
  const video = await getVideo({ videoId, viewer });
  if (video.resumeId) await assertOpen(viewer, video.resumeId);
  const db = scopedDb(viewer.organisationId);
  const event = { action: "video.played", subjectType: "video", subjectId: videoId };
  const createdAt = { gt: new Date(Date.now() - auditedOnceMs) };
  const recent = await db.auditEvent.count({ where: { ...event, actorId: viewer.userId, createdAt } });
  if (recent === 0) await recordAudit(db, { viewer, ...event });
  return video;
}

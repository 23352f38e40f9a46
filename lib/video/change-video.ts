import "server-only";
import { tellSourcesChanged } from "@/lib/application/tell-sources-changed";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleVideos } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen } from "@/lib/resume/blind/blindings";
import { storage } from "@/lib/storage/storage";
import { readTranscript } from "@/lib/video/read-transcript";
import { type Transcript, type VideoScores, videoScores } from "@/lib/video/schema";
import { getOwnResume } from "@/lib/video/store-video";

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
  const db = scopedDb(viewer.organisationId);
  const existing = await db.video.findUnique({ where: { resumeId }, select: { id: true } });
  if (existing) throw new AppError("conflict", "resume_has_video", { values: { videoId: existing.id } });
  if (video.resumeId) throw new AppError("conflict", "video_has_resume");
  await db.$transaction(async (tx) => {
    await tx.video.update({ where: { id: videoId }, data: { resumeId } });
    await recordAudit(tx, { viewer, action: "video.linked", subjectType: "video", subjectId: videoId });
  });
  return { video, resume };
}

/** @throws conflict when the resume has none */
export async function unlinkVideo({ resumeId, viewer }: { resumeId: string; viewer: Viewer }) {
  assertCan(viewer, "video:write");
  const resume = await getOwnResume(resumeId, viewer);
  const db = scopedDb(viewer.organisationId);
  const video = await db.video.findUnique({ where: { resumeId }, select: { id: true } });
  if (!video) throw new AppError("conflict", "resume_without_video");
  await db.$transaction(async (tx) => {
    await tx.video.update({ where: { id: video.id }, data: { resumeId: null } });
    await recordAudit(tx, { viewer, action: "video.unlinked", subjectType: "video", subjectId: video.id });
  });
  return { videoId: video.id, resume };
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

/** @throws bad_request for a file without words */
export async function saveTranscript({ videoId, bytes, viewer }: OfVideo & { bytes: Uint8Array }) {
  assertCan(viewer, "video:write");
  const { resumeId } = await getVideo({ videoId, viewer });
  const transcript = readTranscript(bytes);
  if (!transcript) throw new AppError("bad_request", "transcript_unreadable");
  await keepTranscript({ videoId, resumeId, transcript, viewer });
  return { lines: transcript.lines.length };
}

/** Takes the transcript away again. */
export async function removeTranscript({ videoId, viewer }: OfVideo) {
  assertCan(viewer, "video:write");
  const { resumeId } = await getVideo({ videoId, viewer });
  await keepTranscript({ videoId, resumeId, transcript: Prisma.DbNull, viewer });
}

type KeepTranscript = OfVideo & { resumeId: string | null; transcript: Transcript | typeof Prisma.DbNull };

async function keepTranscript({ videoId, resumeId, transcript, viewer: { organisationId } }: KeepTranscript) {
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.video.update({ where: { id: videoId }, data: { transcript } });
    if (!resumeId) return;
    const applications = await tx.application.findMany({ where: { resumeId }, select: { id: true } });
    await tellSourcesChanged(tx, { organisationId, applicationIds: applications.map(({ id }) => id) });
  });
}

/** Deletes a recording with all that was made of it, for good. */
export async function deleteVideo({ videoId, viewer }: OfVideo) {
  assertCan(viewer, "video:write");
  const { storageKey } = await getVideo({ videoId, viewer });
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    await tx.video.delete({ where: { id: videoId } });
    await recordAudit(tx, { viewer, action: "video.deleted", subjectType: "video", subjectId: videoId });
  });
  await storage().remove(storageKey);
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

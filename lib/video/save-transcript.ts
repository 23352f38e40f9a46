import "server-only";
import { wakeJobs } from "@/inngest/outbox";
import { tellSourcesOfResumeChanged } from "@/lib/application/tell-sources-changed";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen } from "@/lib/resume/blind/blindings";
import { getVideo } from "@/lib/video/change-video";
import { readTranscript } from "@/lib/video/read-transcript";
import { requestAnalysis, restart } from "@/lib/video/request-analysis";
import { type Transcript, transcript as transcriptShape } from "@/lib/video/schema";

type OfVideo = { videoId: string; viewer: Viewer };

/**
 * Takes what was said from a file.
 *
 * @throws bad_request for a file without words
 */
export async function uploadTranscript({ videoId, bytes, viewer }: OfVideo & { bytes: Uint8Array }) {
  const transcript = readTranscript(bytes);
  if (!transcript) throw new AppError("bad_request", "transcript_unreadable");
  const { revision } = await saveTranscript({ videoId, transcript, viewer });
  return { lines: transcript.lines.length, revision };
}

/**
 * Keeps what was said and has it analysed anew.
 *
 * @param revision of what was changed: when somebody else changed it meanwhile, nothing is overwritten
 * @throws conflict then
 */
export async function saveTranscript({
  videoId,
  viewer,
  ...given
}: OfVideo & { transcript: Transcript; revision?: number }): Promise<{ revision: number }> {
  assertCan(viewer, "video:write");
  const { resumeId } = await getVideo({ videoId, viewer });
  if (resumeId) await assertOpen(viewer, resumeId);
  const transcript = transcriptShape.parse(given.transcript);
  const revision = await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const [row] = await tx.video.updateManyAndReturn({
      where: { id: videoId, ...(given.revision !== undefined && { revision: given.revision }) },
      data: { transcript, ...restart },
      select: { revision: true },
    });
    if (!row) throw new AppError("conflict", "transcript_changed");
    await requestAnalysis(tx, { organisationId: viewer.organisationId, videoId, revision: row.revision });
    await tellSourcesOfResumeChanged(tx, { organisationId: viewer.organisationId, resumeId });
    await recordAudit(tx, { viewer, action: "video.transcript_saved", subjectType: "video", subjectId: videoId });
    return row.revision;
  });
  wakeJobs();
  return { revision };
}

/** Analyses once more, as after a correction of the resume. */
export async function analyseAgain({ videoId, viewer }: OfVideo) {
  assertCan(viewer, "video:write");
  const { transcript } = await getVideo({ videoId, viewer });
  if (transcript === null) throw new AppError("conflict", "transcript_missing");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { revision } = await tx.video.update({ where: { id: videoId }, data: restart, select: { revision: true } });
    await requestAnalysis(tx, { organisationId: viewer.organisationId, videoId, revision });
  });
  wakeJobs();
}

/** Takes the transcript away again, and what was made of it. */
export async function removeTranscript({ videoId, viewer }: OfVideo) {
  assertCan(viewer, "video:write");
  const { resumeId } = await getVideo({ videoId, viewer });
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const data = { transcript: Prisma.DbNull, ...restart, state: "completed" as const };
    await tx.video.update({ where: { id: videoId }, data });
    await tellSourcesOfResumeChanged(tx, { organisationId: viewer.organisationId, resumeId });
    await recordAudit(tx, { viewer, action: "video.transcript_removed", subjectType: "video", subjectId: videoId });
  });
}

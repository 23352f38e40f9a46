import "server-only";
import { wakeJobs } from "@/inngest/outbox";
import { findTranscriber } from "@/lib/ai/transcription/ask-transcriber";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen } from "@/lib/resume/blind/blindings";
import { getVideo } from "@/lib/video/change-video";
import { requestTranscription } from "@/lib/video/request-transcription";
import { recordedFacts } from "@/lib/video/schema";

/**
 * Has a recording turned into text by the server that is set, after somebody said that the candidate agreed to it; who
 * said so is on record.
 *
 * @throws conflict without such a server, or while the recording is worked on
 */
export async function startTranscription({ videoId, viewer }: { videoId: string; viewer: Viewer }) {
  assertCan(viewer, "video:write");
  const { resumeId, recorded, state } = await getVideo({ videoId, viewer });
  if (resumeId) await assertOpen(viewer, resumeId);
  if (!findTranscriber()) throw new AppError("conflict", "no_transcription");
  if (state === "pending" || state === "running") throw new AppError("conflict", "video_busy");
  const { organisationId, userId } = viewer;
  const known = recordedFacts.safeParse(recorded).data ?? {};
  const consent = known.consent ?? { way: "told" as const, at: new Date().toISOString(), byId: userId };
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.video.update({ where: { id: videoId }, data: { recorded: { ...known, consent } } });
    await requestTranscription(tx, { organisationId, videoId });
    await recordAudit(tx, { viewer, action: "video.transcription", subjectType: "video", subjectId: videoId });
  });
  wakeJobs();
}

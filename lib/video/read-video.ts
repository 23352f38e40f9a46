import "server-only";
import { wakeJobs } from "@/inngest/outbox";
import { findTranscriber } from "@/lib/ai/transcription/ask-transcriber";
import { scopedDb } from "@/lib/db";
import { storage } from "@/lib/storage/storage";
import { readMedia } from "@/lib/video/container/media-pool";
import { requestTranscription } from "@/lib/video/request-transcription";
import { recordedFacts } from "@/lib/video/schema";

type ReadVideo = { organisationId: string; videoId: string };

/**
 * Sees whether a recording is really there, and what its container says. Nothing is judged: without a transcript there
 * is nothing to judge by. Where the candidate agreed to it and there is a server for it, one is asked for. Safe to
 * repeat; what an outside analyser said meanwhile stands.
 */
export async function readVideo({ organisationId, videoId }: ReadVideo): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const [video] = await db.video.updateManyAndReturn({
    // One that has a transcript already is being analysed.
    where: { id: videoId, state: { in: ["pending", "running"] }, revision: 0 },
    data: { state: "running", analysisStep: "read" },
    select: { storageKey: true, fileSize: true, recorded: true },
  });
  if (!video) return { outcome: "gone" };
  const beginning = await storage().getRange(video.storageKey, 0, 1);
  await beginning?.cancel();
  const facts = beginning ? await readMedia(video) : null;
  const error = !facts ? "file_missing" : facts.ok ? null : "media_unreadable";
  const state = error ? ("failed" as const) : ("completed" as const);
  const found = facts?.ok ? facts.result : null;
  const hasSound = found?.tracks.some(({ kind }) => kind === "audio") ?? false;
  const hasAgreed = recordedFacts.safeParse(video.recorded).data?.consent != null;
  const { count } = await db.$transaction(async (tx) => {
    const written = await tx.video.updateMany({
      where: { id: videoId, state: "running", revision: 0 },
      data: {
        ...{ state, error: error ?? (hasSound ? null : "audio_missing"), analysisStep: null },
        ...(found && { facts: found, durationSeconds: found.durationSeconds }),
      },
    });
    if (written.count > 0 && hasSound && hasAgreed && findTranscriber())
      await requestTranscription(tx, { organisationId, videoId });
    return written;
  });
  wakeJobs();
  return { outcome: count > 0 ? state : "gone" };
}

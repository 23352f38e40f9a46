import "server-only";
import { videoTranscriptionRequested } from "@/inngest/events";
import { enqueue } from "@/inngest/outbox";
import type { Transaction } from "@/lib/db";

/** Has the sound turned into text. Whatever was being made of an older transcript ends. */
export async function requestTranscription(
  tx: Transaction,
  { organisationId, videoId }: { organisationId: string; videoId: string },
) {
  const { revision } = await tx.video.update({
    where: { id: videoId },
    data: { state: "pending", error: null, analysisStep: "audio", revision: { increment: 1 } },
    select: { revision: true },
  });
  const of = { organisationId, videoId, revision };
  await enqueue(tx, videoTranscriptionRequested.create(of, { id: `video-transcription-${videoId}-${revision}` }));
}

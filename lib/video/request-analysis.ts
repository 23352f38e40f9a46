import "server-only";
import { videoTranscribed } from "@/inngest/events";
import { enqueue } from "@/inngest/outbox";
import { Prisma, type Transaction } from "@/lib/db";

/** What a new transcript does to its video. */
export const restart = {
  ...{ revision: { increment: 1 }, analysis: Prisma.DbNull, analysisStep: null, error: null },
  state: "pending" as const,
};

export async function requestAnalysis(
  tx: Transaction,
  of: { organisationId: string; videoId: string; revision: number },
) {
  await enqueue(tx, videoTranscribed.create(of, { id: `video-transcribed-${of.videoId}-${of.revision}` }));
}

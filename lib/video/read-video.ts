import "server-only";
import { scopedDb } from "@/lib/db";
import { storage } from "@/lib/storage/storage";

type ReadVideo = { organisationId: string; videoId: string };

/**
 * Sees whether a recording is really there. Nothing is judged: without a transcript there is nothing to judge by. Safe
 * to repeat; what an outside analyser said meanwhile stands.
 */
export async function readVideo({ organisationId, videoId }: ReadVideo): Promise<{ outcome: string }> {
  const db = scopedDb(organisationId);
  const [video] = await db.video.updateManyAndReturn({
    // One that has a transcript already is being analysed.
    where: { id: videoId, state: { in: ["pending", "running"] }, revision: 0 },
    data: { state: "running" },
    select: { storageKey: true },
  });
  if (!video) return { outcome: "gone" };
  const beginning = await storage().getRange(video.storageKey, 0, 1);
  await beginning?.cancel();
  const state = beginning ? ("completed" as const) : ("failed" as const);
  await db.video.updateMany({
    where: { id: videoId, state: "running", revision: 0 },
    data: { state, error: beginning ? null : "file_missing" },
  });
  return { outcome: state };
}

import "server-only";
import { scopedDb, systemDb } from "@/lib/db";
import { organisationSettings } from "@/lib/organisation/schema";
import { removeVideoFor } from "@/lib/video/remove-video";

const dayMs = 86_400_000;
const mostAtOnce = 100;

/**
 * Deletes recordings that are older than their organisation keeps them, with all that was made of them. Safe to repeat.
 *
 * @returns how many, and whether there may be more
 */
export async function purgeVideos(now = new Date()): Promise<{ removed: number; isMore: boolean }> {
  const organisations = await systemDb().organisation.findMany({ select: { id: true, settings: true } });
  let removed = 0;
  let isMore = false;
  for (const { id: organisationId, settings } of organisations) {
    const days = organisationSettings.safeParse(settings).data?.videoRetentionDays ?? null;
    if (days === null) continue;
    const old = await scopedDb(organisationId).video.findMany({
      where: { createdAt: { lt: new Date(now.getTime() - days * dayMs) } },
      take: mostAtOnce,
      select: { id: true },
    });
    for (const { id: videoId } of old) {
      await removeVideoFor({ organisationId, videoId, actorId: null, action: "video.expired" });
      removed += 1;
    }
    isMore ||= old.length === mostAtOnce;
  }
  return { removed, isMore };
}

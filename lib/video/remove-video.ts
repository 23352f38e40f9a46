import "server-only";
import { wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { scopedDb } from "@/lib/db";
import { abandonFiles } from "@/lib/storage/abandon-files";

type RemoveVideo = {
  organisationId: string;
  videoId: string;
  actorId: string | null;
  action: "video.deleted" | "video.expired";
};

/** Removes a recording for good: file, pieces of its sound, picture, transcript, analyses; what was there is on record. */
export async function removeVideoFor({ organisationId, videoId, actorId, action }: RemoveVideo) {
  await scopedDb(organisationId).$transaction(async (tx) => {
    const video = await tx.video.findUnique({
      where: { id: videoId },
      include: { _count: { select: { outsideAnalyses: true } } },
    });
    if (!video) return;
    const details = {
      ...{ transcript: video.transcript !== null, analysis: video.analysis !== null },
      ...{ outsideAnalyses: video._count.outsideAnalyses, bytes: Number(video.fileSize) },
    };
    const by = { organisationId, kind: actorId ? "user" : "job", id: actorId } as const;
    await recordAudit(tx, { by, action, subjectType: "video", subjectId: videoId, details });
    await tx.video.delete({ where: { id: videoId } });
    await abandonFiles(tx, { organisationId, keys: filesOf(video) });
  });
  wakeJobs();
}

/** Every stored file of a recording. */
export function filesOf(video: { storageKey: string; posterKey: string | null; audioKeys: string[] }): string[] {
  return [video.storageKey, ...(video.posterKey ? [video.posterKey] : []), ...video.audioKeys];
}

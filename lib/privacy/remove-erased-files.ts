import "server-only";
import { scopedDb } from "@/lib/db";
import { removeFiles } from "@/lib/storage/abandon-files";

type OfErasure = { organisationId: string; erasureId: string };

/** Removes the files of a person whose rows have gone. Safe to repeat. */
export async function removeErasedFiles({ organisationId, erasureId }: OfErasure): Promise<{ left: number }> {
  const db = scopedDb(organisationId);
  const erasure = await db.erasure.findFirst({ where: { id: erasureId }, select: { files: true } });
  await removeFiles(erasure?.files ?? []);
  return { left: erasure?.files.length ?? 0 };
}

/** Says that it is done: of the person there is nothing left but ids. */
export async function finishErasure({ organisationId, erasureId }: OfErasure) {
  const finished = { state: "completed" as const, finishedAt: new Date(), files: [] };
  await scopedDb(organisationId).erasure.updateMany({ where: { id: erasureId, finishedAt: null }, data: finished });
}

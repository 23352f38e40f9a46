import "server-only";
import { rereadingRequested } from "@/inngest/events";
import { enqueue } from "@/inngest/outbox";
import { type ScopedDb, scopedDb } from "@/lib/db";
import { failReading, readSelect, readStored } from "@/lib/resume/read-resume";

/** Short, so that what somebody waits for is never far behind. */
const mostMs = 5_000;
/** A file that ends the process each time is left alone then. */
const mostTries = 3;

type Organisation = { organisationId: string };
type Scan = { resumeId: string; pages: number[] };

/**
 * Reads some of the resumes again that are waiting for it, one after the other. Safe to repeat. A scan ends it: its pages
 * are read by steps of their own.
 */
export async function rereadSome({ organisationId }: Organisation): Promise<{ isMore: boolean; scan?: Scan }> {
  const db = scopedDb(organisationId);
  for (const endAt = Date.now() + mostMs; Date.now() < endAt; ) {
    const resumeId = await beginNext(db, organisationId);
    if (resumeId === null) return { isMore: false };
    const { outcome, scannedPages: pages } = await reread(db, { organisationId, resumeId });
    if (pages) return { isMore: true, scan: { resumeId, pages } };
    if (outcome === "gone") await db.resumeRereading.deleteMany({ where: { resumeId } });
  }
  return { isMore: true };
}

/** What was asked for last comes first: a person waits for one resume, nobody for all. */
async function beginNext(db: ScopedDb, organisationId: string): Promise<string | null> {
  for (;;) {
    const next = await db.resumeRereading.findFirst({
      where: { failure: null, isScan: false },
      orderBy: [{ tries: "asc" }, { requestedAt: "desc" }],
      select: { resumeId: true, tries: true },
    });
    if (!next) return null;
    const { resumeId, tries } = next;
    if (tries >= mostTries) {
      await failReading({ organisationId, resumeId, reason: "internal" });
      continue;
    }
    await db.resumeRereading.updateMany({ where: { resumeId }, data: { tries: tries + 1 } });
    return resumeId;
  }
}

async function reread(db: ScopedDb, { organisationId, resumeId }: Organisation & { resumeId: string }) {
  const resume = await db.resume.findFirst({
    where: { id: resumeId, state: "COMPLETED", deleteAt: null },
    select: readSelect,
  });
  if (!resume) return { outcome: "gone" };
  const read = await readStored(db, { organisationId, resumeId, ...resume });
  if (read.scannedPages) await db.resumeRereading.updateMany({ where: { resumeId }, data: { isScan: true } });
  return read;
}

/** After a run that ended before its work did: the rest is not forgotten. */
export async function goOnRereading({ organisationId }: Organisation) {
  await scopedDb(organisationId).$transaction(async (tx) => {
    await tx.resumeRereading.updateMany({ where: { isScan: true }, data: { isScan: false } });
    const left = await tx.resumeRereading.count({ where: { failure: null } });
    if (left > 0) await enqueue(tx, rereadingRequested.create({ organisationId }));
  });
}

import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { getInterview } from "@/lib/interview/get-interview";
import { storage } from "@/lib/storage/storage";

const folderOf = (interviewId: string) => `interviews/${interviewId}`;
/** Where the sound of an interview lies, as {@link abandonFiles} takes it. */
export const audioFolderOf = (interviewId: string) => `${folderOf(interviewId)}/`;
const keyOf = ({ interviewId, segmentId }: OfSegment) => `${folderOf(interviewId)}/${segmentId}`;

type OfSegment = { interviewId: string; segmentId: string };
type KeepAudio = OfSegment & { audio: Uint8Array; organisationId: string };

/** Keeps what was heard of one segment, once: heard again after a lost answer, the first stays. */
export async function keepAudio({ interviewId, segmentId, audio, organisationId }: KeepAudio) {
  const db = scopedDb(organisationId);
  if ((await db.interviewAudio.count({ where: { segmentId } })) > 0) return;
  await storage().put(keyOf({ interviewId, segmentId }), audio, "audio/wav");
  await db.interviewAudio.createMany({
    data: [{ segmentId, interviewId, organisationId, bytes: audio.length }],
    skipDuplicates: true,
  });
}

/** @throws not_found where none was kept */
export async function openAudio({ interviewId, segmentId, viewer }: OfSegment & { viewer: Viewer }) {
  assertCan(viewer, "interview:read");
  await getInterview({ interviewId, viewer });
  const where = { interviewId, segmentId };
  const kept = await scopedDb(viewer.organisationId).interviewAudio.findFirst({ where, select: { bytes: true } });
  if (!kept) throw new AppError("not_found", "no_audio");
  await recordPlayed({ interviewId, viewer });
  return { storageKey: keyOf({ interviewId, segmentId }), bytes: kept.bytes };
}

/** That somebody listened to an interview, once an hour. */
async function recordPlayed({ interviewId, viewer }: { interviewId: string; viewer: Viewer }) {
  const db = scopedDb(viewer.organisationId);
  const event = { action: "interview.audio_played", subjectType: "interview", subjectId: interviewId };
  const createdAt = { gt: new Date(Date.now() - 3_600_000) };
  const recent = await db.auditEvent.count({ where: { ...event, actorId: viewer.userId, createdAt } });
  if (recent === 0) await recordAudit(db, { viewer, ...event });
}

/** Words that were taken back are not kept as sound either. */
export async function forgetAudio(organisationId: string, { interviewId, segmentIds }: ForgetAudio) {
  const where = { interviewId, segmentId: { in: segmentIds } };
  const db = scopedDb(organisationId);
  for (const { segmentId } of await db.interviewAudio.findMany({ where, select: { segmentId: true } })) {
    await storage().remove(keyOf({ interviewId, segmentId }));
    await db.interviewAudio.deleteMany({ where: { segmentId } });
  }
}
type ForgetAudio = { interviewId: string; segmentIds: string[] };

/** The files of interviews whose rows have gone. */
export async function removeAudioFiles(interviewIds: string[]) {
  for (const interviewId of interviewIds)
    for await (const { key } of storage().list(`${folderOf(interviewId)}/`)) await storage().remove(key);
}

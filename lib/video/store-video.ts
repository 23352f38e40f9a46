import "server-only";
import { randomUUID } from "node:crypto";
import { videoReceived } from "@/inngest/events";
import { enqueue, wakeJobs } from "@/inngest/outbox";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { cleanFileName } from "@/lib/resume/file-name";
import { assertStorageFor, countUpload } from "@/lib/storage/quota";
import { storage } from "@/lib/storage/storage";
import { takeBack } from "@/lib/storage/take-back";
import { detectVideoKind, tellingBytes } from "@/lib/video/detect-kind";
import { largestVideoBytes, mediaTypes, type VideoKind } from "@/lib/video/kinds";
import { refuseInfected } from "@/lib/video/refuse-infected";

/** A recording that lies in storage and has no row yet. */
export type ReceivedVideo = { id: string; storageKey: string; kind: VideoKind; fileSize: number };

/**
 * Keeps a recording while it arrives: nothing but a few pieces of it is ever in memory.
 *
 * @throws unsupported_type, also of one with a virus; too_large; unavailable while a scanner that is set up does not
 * answer. Nothing is left then
 */
export async function receiveVideo(viewer: Viewer, chunks: AsyncIterable<Uint8Array>): Promise<ReceivedVideo> {
  assertCan(viewer, "video:write");
  const { organisationId } = viewer;
  await countUpload(viewer);
  await assertStorageFor({ organisationId, bytes: 0 });
  const id = randomUUID();
  const storageKey = `videos/${organisationId}/${id}`;
  const { kind, whole } = await sniff(chunks);
  try {
    const fileSize = await storage().putStream(storageKey, limited(whole), mediaTypes[kind]);
    await assertStorageFor({ organisationId, bytes: fileSize });
    await refuseInfected(storageKey, fileSize);
    return { id, storageKey, kind, fileSize };
  } catch (error) {
    await takeBack(storageKey, error);
    throw error;
  }
}

type AddVideo = {
  viewer: Viewer;
  received: ReceivedVideo;
  fileName: string;
  declaredType: string;
  candidateName: string;
  positionApplied: string;
  name?: string;
  resumeId?: string;
};

/**
 * Takes a received recording into the list. The resume's earlier video, if any, stays without a resume.
 *
 * @throws not_found for a resume that is not the viewer's; the file is gone then
 */
export async function addVideo({ viewer, ...given }: AddVideo): Promise<{ id: string; createdAt: Date }> {
  try {
    assertCan(viewer, "video:write");
    if (given.resumeId) await getOwnResume(given.resumeId, viewer);
  } catch (error) {
    await takeBack(given.received.storageKey, error);
    throw error;
  }
  return storeVideo({ ...given, organisationId: viewer.organisationId, createdById: viewer.userId });
}

type StoreVideo = Omit<AddVideo, "viewer"> & {
  organisationId: string;
  /** Null for who sent it by a link. */
  createdById: string | null;
  recorded?: Prisma.InputJsonObject;
  /** What has to hold together with the recording's being there: thrown out of, neither is. */
  within?: (tx: Transaction) => Promise<void>;
};

/** The same for whoever may; the file is gone when it fails. */
export async function storeVideo({ received, organisationId, createdById, within, ...given }: StoreVideo) {
  const { id, storageKey, kind, fileSize } = received;
  const { declaredType, candidateName, positionApplied, resumeId = null, recorded } = given;
  const fileName = cleanFileName(given.fileName);
  try {
    const { createdAt } = await scopedDb(organisationId).$transaction(async (tx) => {
      await within?.(tx);
      if (resumeId) {
        await holdResume(tx, resumeId);
        await tx.video.updateMany({ where: { resumeId }, data: { resumeId: null } });
      }
      const video = await tx.video.create({
        data: {
          ...{ id, organisationId, resumeId, candidateName, positionApplied, fileName, kind, storageKey, createdById },
          ...{ name: given.name || fileName, fileSize: BigInt(fileSize), declaredType: declaredType.slice(0, 100) },
          ...(recorded && { recorded }),
        },
        select: { createdAt: true },
      });
      await enqueue(tx, videoReceived.create({ organisationId, videoId: id }, { id: `video-received-${id}` }));
      const by = { organisationId, kind: createdById ? "user" : "candidate", id: createdById } as const;
      await recordAudit(tx, { by, action: "video.added", subjectType: "video", subjectId: id });
      return video;
    });
    wakeJobs();
    return { id, createdAt };
  } catch (error) {
    await takeBack(storageKey, error);
    throw error;
  }
}

/** A resume has one recording: who gives it one waits for who is just doing so. */
export async function holdResume(tx: Transaction, resumeId: string) {
  await tx.$queryRaw`select id from resume where id = ${resumeId}::uuid for update`;
}

export async function getOwnResume(resumeId: string, viewer: Viewer) {
  const resume = await scopedDb(viewer.organisationId).resume.findFirst({
    where: { id: resumeId, removedAt: null, ...visibleResumes(viewer) },
    select: { id: true, candidateName: true, fileName: true },
  });
  if (!resume) throw new AppError("not_found", "resume_not_found");
  return resume;
}

/** What it is by its beginning, with the beginning put back before the rest. */
async function sniff(chunks: AsyncIterable<Uint8Array>) {
  const iterator = chunks[Symbol.asyncIterator]();
  const first: Uint8Array[] = [];
  let length = 0;
  while (length < tellingBytes) {
    const { value, done } = await iterator.next();
    if (done) break;
    first.push(value);
    length += value.length;
  }
  const kind = detectVideoKind(Buffer.concat(first).subarray(0, tellingBytes));
  if (!kind) {
    await iterator.return?.();
    throw new AppError("unsupported_type", "video_unsupported");
  }
  async function* whole() {
    yield* first;
    for (let part = await iterator.next(); !part.done; part = await iterator.next()) yield part.value;
  }
  return { kind, whole: whole() };
}

async function* limited(chunks: AsyncIterable<Uint8Array>) {
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > largestVideoBytes) throw new AppError("too_large", "video_too_large");
    yield chunk;
  }
}

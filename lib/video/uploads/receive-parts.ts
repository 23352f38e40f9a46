import "server-only";
import { randomUUID } from "node:crypto";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb, systemDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertStorageFor } from "@/lib/storage/quota";
import { storage } from "@/lib/storage/storage";
import { takeBack } from "@/lib/storage/take-back";
import { detectVideoKind, tellingBytes } from "@/lib/video/detect-kind";
import { type VideoKind, videoKinds } from "@/lib/video/kinds";
import { refuseInfected } from "@/lib/video/refuse-infected";
import { type ReceivedVideo, storeVideo } from "@/lib/video/store-video";
import { bytesOfPart, countParts, directPartBytes, partBytes } from "./parts";
import { type UploadDescription, uploadDescription, type VideoUploadView } from "./schema";

/** Who sends: a person who signed in, or who has a candidate's link. */
export type Sender = { organisationId: string; createdById: string | null; inviteId: string | null };

export function senderOf(viewer: Viewer): Sender {
  assertCan(viewer, "video:write");
  return { organisationId: viewer.organisationId, createdById: viewer.userId, inviteId: null };
}

type Begin = { sender: Sender; description: UploadDescription; fileSize: number };

/**
 * Makes room for a recording that comes in parts, in any order, as often as it takes.
 *
 * @throws conflict where it is more than the organisation may keep
 */
export async function beginUpload({ sender, description, fileSize }: Begin): Promise<VideoUploadView> {
  await assertStorageFor({ organisationId: sender.organisationId, bytes: fileSize });
  // A candidate's answers are small, and are joined here.
  const isDirect = storage().name === "blob" && sender.inviteId === null;
  const partSize = isDirect ? directPartBytes : partBytes;
  const row = await scopedDb(sender.organisationId).videoUpload.create({
    data: { ...sender, description, fileSize: BigInt(fileSize), partSize, isDirect },
    select: viewSelect,
  });
  return toView(row);
}

type OfUpload = { sender: Sender; uploadId: string };

export async function findUpload(of: OfUpload): Promise<VideoUploadView> {
  return toView(await getUpload(of));
}

type ReceivePart = OfUpload & { part: number; chunks: AsyncIterable<Uint8Array> };

/**
 * Keeps one part while it arrives. Sent twice it is the same part.
 *
 * @throws unsupported_type when the first part is of no recording; bad_request for one of another length
 */
export async function receivePart({ part, chunks, ...of }: ReceivePart): Promise<void> {
  const { partSize, fileSize } = await getUpload(of);
  const size = Number(fileSize);
  if (part >= countParts(size, partSize)) throw new AppError("bad_request", "upload_cut_off");
  const expected = bytesOfPart(part, size, partSize);
  const key = partKey(of.uploadId, part);
  let head: Uint8Array = new Uint8Array();
  const watched = async function* () {
    let received = 0;
    for await (const chunk of chunks) {
      received += chunk.length;
      if (received > expected) throw new AppError("bad_request", "upload_cut_off");
      if (head.length < tellingBytes) head = Buffer.concat([head, chunk.subarray(0, tellingBytes)]);
      yield chunk;
    }
    if (received < expected) throw new AppError("bad_request", "upload_cut_off");
  };
  await storage().putStream(key, watched(), "application/octet-stream");
  const kind = part === 0 ? detectVideoKind(head.subarray(0, tellingBytes)) : null;
  if (part === 0 && !kind) {
    await abandonUpload(of);
    throw new AppError("unsupported_type", "video_unsupported");
  }
  await scopedDb(of.sender.organisationId).videoUpload.updateMany({
    where: { id: of.uploadId, NOT: { parts: { has: part } } },
    data: { parts: { push: part }, ...(kind && { kind }) },
  });
}

/**
 * Makes a recording of an upload that is whole. Done twice, it gives the same one.
 *
 * @throws conflict while parts are missing; unsupported_type for one with a virus, which is gone then; unavailable while
 * a scanner that is set up does not answer
 */
export async function completeUpload(of: OfUpload, more: Prisma.InputJsonObject = {}): Promise<{ id: string }> {
  const { organisationId, createdById } = of.sender;
  const known = () =>
    scopedDb(organisationId).video.findFirst({ where: { id: of.uploadId, createdById }, select: { id: true } });
  const done = await known();
  if (done) return done;
  try {
    await storeWhole(of, more);
  } catch (error) {
    // Whoever did it at the same time may have ended first, and taken the parts away.
    const other = await known();
    if (!other) throw error;
  }
  await abandonUpload(of);
  return { id: of.uploadId };
}

async function storeWhole(of: OfUpload, more: Prisma.InputJsonObject) {
  const { organisationId, createdById } = of.sender;
  const { fileSize, partSize, parts, kind, description, isDirect, wholeKeys } = await getUpload(of);
  const count = countParts(Number(fileSize), partSize);
  const direct = isDirect ? (wholeKeys[0] ?? "") : null;
  const isWhole =
    direct === null ? new Set(parts).size >= count : direct && (await storage().sizeOf(direct)) === Number(fileSize);
  if (!isWhole) throw new AppError("conflict", "upload_incomplete");
  const storageKey = direct ?? (await nameWhole(of));
  if (direct === null) {
    const keys = Array.from({ length: count }, (_, part) => partKey(of.uploadId, part));
    const size = await storage().concat(storageKey, keys, "application/octet-stream");
    if (size !== Number(fileSize)) throw new AppError("conflict", "upload_incomplete");
  }
  await refuseInfected(storageKey, Number(fileSize)).catch(async (error: unknown) => {
    // While the scanner is only away its sender comes again, with the parts still there; what cannot be taken goes.
    if (direct === null) await takeBack(storageKey, error);
    if (error instanceof AppError && error.code !== "unavailable") await abandonUpload(of);
    throw error;
  });
  const received: ReceivedVideo = {
    ...{ id: of.uploadId, storageKey, fileSize: Number(fileSize) },
    kind: videoKinds.find((one) => one === kind) ?? ("mp4" satisfies VideoKind),
  };
  const { hasAgreed, ...described } = uploadDescription.parse(description);
  const at = new Date().toISOString();
  const consent = hasAgreed ? { consent: { way: "told", at, byId: createdById } } : {};
  await storeVideo({ organisationId, createdById, received, ...described, recorded: { ...consent, ...more } });
}

/**
 * Where the recording of an upload is put: a file of its own for each try, so that the one that fails removes only what
 * it wrote. Named before it is there, so that what a crash leaves is found.
 */
export async function nameWhole({ sender, uploadId }: OfUpload): Promise<string> {
  const key = `videos/${sender.organisationId}/${uploadId}-${randomUUID()}`;
  const where = { id: uploadId, createdById: sender.createdById, inviteId: sender.inviteId };
  const data = { wholeKeys: { push: key } };
  await scopedDb(sender.organisationId).videoUpload.updateMany({ where, data });
  return key;
}

/**
 * The bytes of an upload that is whole.
 *
 * @throws conflict while parts are missing
 */
export async function readUpload(of: OfUpload) {
  const { fileSize, partSize, parts } = await getUpload(of);
  const count = countParts(Number(fileSize), partSize);
  if (new Set(parts).size < count) throw new AppError("conflict", "upload_incomplete");
  return { chunks: joined(of.uploadId, count, Number(fileSize), partSize) };
}

/** Takes an upload away with its parts. */
export async function abandonUpload({ sender, uploadId }: OfUpload) {
  const where = { id: uploadId, createdById: sender.createdById, inviteId: sender.inviteId };
  const db = scopedDb(sender.organisationId);
  const row = await db.videoUpload.findFirst({ where, select: { ...viewSelect, wholeKeys: true } });
  if (!row) return;
  await db.videoUpload.deleteMany({ where });
  const count = countParts(Number(row.fileSize), row.partSize);
  for (let part = 0; part < count; part += 1) await storage().remove(partKey(uploadId, part));
  await removeUnused(sender.organisationId, row.wholeKeys);
}

const keptMs = 24 * 3_600_000;

/** Forgets uploads of more than a day ago, and what crashes left of them; their parts go with their folder. */
export async function forgetOldUploads(now = new Date()) {
  const where = { createdAt: { lt: new Date(now.getTime() - keptMs) } };
  const rows = await systemDb().videoUpload.findMany({ where, select: { organisationId: true, wholeKeys: true } });
  for (const { organisationId, wholeKeys } of rows) await removeUnused(organisationId, wholeKeys);
  await systemDb().videoUpload.deleteMany({ where });
}

/** Files of tries, but for the one that became the recording. */
async function removeUnused(organisationId: string, keys: readonly string[]) {
  const where = { storageKey: { in: [...keys] } };
  const used = await scopedDb(organisationId).video.findMany({ where, select: { storageKey: true } });
  const isUsed = new Set(used.map(({ storageKey }) => storageKey));
  for (const key of keys) if (!isUsed.has(key)) await storage().remove(key);
}

async function* joined(uploadId: string, count: number, fileSize: number, partSize: number) {
  for (let part = 0; part < count; part += 1) {
    const stream = await storage().getRange(partKey(uploadId, part), 0, bytesOfPart(part, fileSize, partSize));
    if (!stream) throw new AppError("conflict", "upload_incomplete");
    yield* stream;
  }
}

/** Below the folder whose leavings go after a day. */
function partKey(uploadId: string, part: number) {
  return `uploads/${uploadId}/${part}`;
}

const viewSelect = { id: true, fileSize: true, partSize: true, parts: true, isDirect: true } as const;
type UploadRow = Prisma.VideoUploadGetPayload<{ select: typeof viewSelect }>;

function toView({ fileSize, parts, ...row }: UploadRow): VideoUploadView {
  return { ...row, fileSize: Number(fileSize), parts: parts.toSorted((a, b) => a - b) };
}

async function getUpload({ sender, uploadId }: OfUpload) {
  const row = await scopedDb(sender.organisationId).videoUpload.findFirst({
    where: { id: uploadId, createdById: sender.createdById, inviteId: sender.inviteId },
  });
  if (!row) throw new AppError("not_found", "upload_not_found");
  return row;
}

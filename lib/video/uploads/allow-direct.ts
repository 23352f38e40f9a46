import "server-only";
import { scopedDb } from "@/lib/db";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { detectVideoKind, tellingBytes } from "@/lib/video/detect-kind";
import { abandonUpload, findUpload, nameWhole, type Sender } from "./receive-parts";
import type { DirectAccess } from "./schema";

const validMs = 60 * 60_000;

/**
 * A token for one file of one length at one address in Vercel Blob, for an hour; asked for again, it is for the same
 * address, so that parts that are there stay of use. The recording is none before `completeUpload` has looked for it.
 *
 * @throws conflict where recordings lie on disk, or an upload that goes through us; unsupported_type by its beginning
 */
export async function allowDirect({
  sender,
  uploadId,
  head,
}: {
  sender: Sender;
  uploadId: string;
  /** Its first bytes as base64. */
  head: string;
}): Promise<DirectAccess> {
  const { isDirect, fileSize } = await findUpload({ sender, uploadId });
  const { BLOB_READ_WRITE_TOKEN: token } = env();
  if (!token || !isDirect) throw new AppError("conflict", "no_direct_upload");
  const kind = detectVideoKind(Buffer.from(head, "base64").subarray(0, tellingBytes));
  if (!kind) {
    await abandonUpload({ sender, uploadId });
    throw new AppError("unsupported_type", "video_unsupported");
  }
  const db = scopedDb(sender.organisationId);
  await db.videoUpload.updateMany({ where: { id: uploadId }, data: { kind } });
  const row = await db.videoUpload.findUnique({ where: { id: uploadId }, select: { wholeKeys: true } });
  const pathname = row?.wholeKeys[0] ?? (await nameWhole({ sender, uploadId }));
  const { generateClientTokenFromReadWriteToken } = await import("@vercel/blob/client");
  const clientToken = await generateClientTokenFromReadWriteToken({
    ...{ token, pathname, maximumSizeInBytes: fileSize, validUntil: Date.now() + validMs },
    ...{ addRandomSuffix: false, allowOverwrite: false },
  });
  return { pathname, token: clientToken };
}

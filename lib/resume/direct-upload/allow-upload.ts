import "server-only";
import type { HandleUploadBody } from "@vercel/blob/client";
import { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { largestArchiveBytes } from "@/lib/resume/archive/limits";
import { uploadKey } from "@/lib/resume/direct-upload/upload-key";
import { largestFileBytes } from "@/lib/resume/schema";

/** What `upload()` of @vercel/blob/client sends for a token; the payload is our own. */
export const tokenRequest = z.object({
  type: z.literal("blob.generate-client-token"),
  payload: z.object({ pathname: z.string().max(200), multipart: z.boolean(), clientPayload: z.string().max(200) }),
});
const clientPayload = z.object({ fileId: z.uuid(), isArchive: z.boolean() });

const validMs = 10 * 60_000;

type AllowUpload = { viewer: Viewer; body: HandleUploadBody; request: Request };

/**
 * A token with which a browser may put one file of limited size at one address in Vercel Blob, for ten minutes. The
 * file is no resume before `completeUpload` has looked at it, so Blob's own callback is not asked for.
 *
 * @throws conflict where files lie on disk: they are sent to us there
 */
export async function allowUpload({ viewer, body, request }: AllowUpload) {
  assertCan(viewer, "resume:import");
  const { BLOB_READ_WRITE_TOKEN: token } = env();
  if (!token) throw new AppError("conflict", "no_direct_upload");
  const { handleUpload } = await import("@vercel/blob/client");
  return handleUpload({
    token,
    body,
    request,
    onBeforeGenerateToken: async (pathname, sent) => {
      const payload = clientPayload.safeParse(parseJson(sent));
      if (!payload.success)
        throw new AppError("bad_request", "invalid_fields", { values: { fields: "clientPayload" } });
      const { fileId, isArchive } = payload.data;
      if (pathname !== uploadKey({ userId: viewer.userId, fileId })) throw new AppError("forbidden", "forbidden");
      return {
        maximumSizeInBytes: isArchive ? largestArchiveBytes : largestFileBytes,
        validUntil: Date.now() + validMs,
        addRandomSuffix: false,
        // A sending that broke off is sent again.
        allowOverwrite: true,
      };
    },
  });
}

function parseJson(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return null;
  }
}

import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { assertOpen } from "@/lib/resume/blind/blindings";
import { storage } from "@/lib/storage/storage";
import { getVideo } from "@/lib/video/change-video";
import { largestPosterBytes, posterType } from "@/lib/video/poster-limits";

type OfVideo = { videoId: string; viewer: Viewer };

/**
 * Keeps a picture of a recording, to show before it plays.
 *
 * @throws too_large; unsupported_type for anything but a JPEG
 */
export async function savePoster({ videoId, bytes, viewer }: OfVideo & { bytes: Uint8Array }) {
  assertCan(viewer, "video:write");
  await getVideo({ videoId, viewer });
  assertPoster(bytes);
  await keepPoster({ organisationId: viewer.organisationId, videoId, bytes });
}

/** @throws not_found without one, and where the person is hidden from the viewer */
export async function openPoster({ videoId, viewer }: OfVideo): Promise<Uint8Array> {
  const { resumeId, posterKey } = await getVideo({ videoId, viewer });
  if (resumeId) await assertOpen(viewer, resumeId);
  const bytes = posterKey ? await storage().get(posterKey) : null;
  if (!bytes) throw new AppError("not_found", "video_not_found");
  return bytes;
}

/** @throws too_large, unsupported_type */
export function assertPoster(bytes: Uint8Array) {
  if (bytes.length > largestPosterBytes) throw new AppError("too_large", "body_too_large");
  const [first, second, third] = bytes;
  if (first !== 0xff || second !== 0xd8 || third !== 0xff) throw new AppError("unsupported_type", "poster_unsupported");
}

export async function keepPoster({
  organisationId,
  videoId,
  bytes,
}: {
  organisationId: string;
  videoId: string;
  bytes: Uint8Array;
}) {
  const posterKey = `videos/${organisationId}/${videoId}-poster`;
  // Named before it is there: a deletion in between finds it.
  const { count } = await scopedDb(organisationId).video.updateMany({ where: { id: videoId }, data: { posterKey } });
  if (count > 0) await storage().put(posterKey, bytes, posterType);
}

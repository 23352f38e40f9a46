import "server-only";
import { rangeResponse } from "@/lib/storage/range-response";
import { mediaTypes, type VideoKind } from "@/lib/video/kinds";

type Stored = { storageKey: string; kind: string; fileSize: bigint };

/** A video or the part of it that a player asks for. */
export function videoResponse(request: Request, { storageKey, kind, fileSize }: Stored): Promise<Response> {
  const mediaType = mediaTypes[kind as VideoKind] ?? "application/octet-stream";
  return rangeResponse(request, { storageKey, mediaType, size: Number(fileSize), missing: "video_not_found" });
}

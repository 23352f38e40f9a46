import { z } from "zod";
import { receive } from "@/lib/api/read-upload";
import { parse, route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { parseJson } from "@/lib/http/storable";
import { listVideos } from "@/lib/video/list-videos";
import { storedVideo, videoListItem } from "@/lib/video/schema";
import { addVideo, receiveVideo } from "@/lib/video/store-video";

export const GET = route({ permission: "video:read", answer: videoListItem.array() }, async ({ viewer }) =>
  Response.json(await listVideos(viewer)),
);

/** Names come in a header, as file names do: an address would end up in logs. */
const described = z.object({
  fileName: z.string().min(1).max(500),
  candidateName: z.string().trim().min(1).max(100),
  positionApplied: z.string().trim().max(255),
  resumeId: z.uuid().optional(),
});

/** A recording as the request's body, kept while it comes. */
export const POST = route({ permission: "video:write", answer: storedVideo }, async ({ viewer, request }) => {
  const given = readDescription(request.headers.get("x-video"));
  const declaredType = request.headers.get("content-type") ?? "";
  const received = await receiveVideo(viewer, receive(request));
  const { id } = await addVideo({ viewer, received, declaredType, ...given });
  return Response.json({ id }, { status: 201 });
});

/** @throws bad_request */
function readDescription(header: string | null) {
  let value: unknown = null;
  try {
    value = parseJson(decodeURIComponent(header ?? ""));
  } catch (cause) {
    throw new AppError("bad_request", "invalid_json", { cause });
  }
  return parse(described, value, "bad_request");
}

import { z } from "zod";
import { receive } from "@/lib/api/read-upload";
import { route } from "@/lib/api/route";
import { receivePart, senderOf } from "@/lib/video/uploads/receive-parts";

const params = z.object({ uploadId: z.uuid(), part: z.coerce.number().int().min(0).max(1000) });

/** A part as the body. */
export const PUT = route({ permission: "video:write", params }, async ({ params, viewer, request }) => {
  await receivePart({ ...params, sender: senderOf(viewer), chunks: receive(request) });
  return new Response(null, { status: 204 });
});

import { z } from "zod";
import { route } from "@/lib/api/route";
import { storedVideo } from "@/lib/video/schema";
import { completeUpload, senderOf } from "@/lib/video/uploads/receive-parts";

const params = z.object({ uploadId: z.uuid() });

/** All parts are there: the recording goes into the list. */
export const POST = route({ answer: storedVideo, permission: "video:write", params }, async ({ params, viewer }) =>
  Response.json(await completeUpload({ ...params, sender: senderOf(viewer) }), { status: 201 }),
);

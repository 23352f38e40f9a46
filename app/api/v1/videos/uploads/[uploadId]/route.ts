import { z } from "zod";
import { route } from "@/lib/api/route";
import { abandonUpload, findUpload, senderOf } from "@/lib/video/uploads/receive-parts";
import { videoUpload } from "@/lib/video/uploads/schema";

const params = z.object({ uploadId: z.uuid() });

/** Which parts are there, so that sending goes on where it broke off. */
export const GET = route({ answer: videoUpload, permission: "video:write", params }, async ({ params, viewer }) =>
  Response.json(await findUpload({ ...params, sender: senderOf(viewer) })),
);

export const DELETE = route({ permission: "video:write", params }, async ({ params, viewer }) => {
  const of = { ...params, sender: senderOf(viewer) };
  await findUpload(of);
  await abandonUpload(of);
  return new Response(null, { status: 204 });
});

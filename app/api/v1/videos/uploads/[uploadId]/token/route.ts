import { z } from "zod";
import { route } from "@/lib/api/route";
import { allowDirect } from "@/lib/video/uploads/allow-direct";
import { senderOf } from "@/lib/video/uploads/receive-parts";
import { directAccess, directInput } from "@/lib/video/uploads/schema";

const params = z.object({ uploadId: z.uuid() });

/** A token with which the browser puts this one recording into Vercel Blob itself, in parts. */
export const POST = route(
  { permission: "video:write", params, body: directInput, answer: directAccess },
  async ({ params, body, viewer }) =>
    Response.json(await allowDirect({ ...params, ...body, sender: senderOf(viewer) }), { status: 201 }),
);

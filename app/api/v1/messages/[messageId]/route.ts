import { z } from "zod";
import { route } from "@/lib/api/route";
import { changeMessage, deleteMessage } from "@/lib/message/messages";
import { changeMessageInput } from "@/lib/message/schema";

const params = z.object({ messageId: z.uuid() });

export const PATCH = route(
  { permission: "message:write", params, body: changeMessageInput },
  async ({ params, body, viewer }) => {
    await changeMessage({ ...params, ...body, viewer });
    return new Response(null, { status: 204 });
  },
);

export const DELETE = route({ permission: "message:write", params }, async ({ params, viewer }) => {
  await deleteMessage({ ...params, viewer });
  return new Response(null, { status: 204 });
});

import { z } from "zod";
import { route } from "@/lib/api/route";
import { sendMessage } from "@/lib/message/messages";

const params = z.object({ messageId: z.uuid() });

export const POST = route({ permission: "message:write", params }, async ({ params, viewer }) => {
  await sendMessage({ ...params, viewer });
  return new Response(null, { status: 204 });
});

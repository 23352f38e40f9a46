import { z } from "zod";
import { route } from "@/lib/api/route";
import { markCopied } from "@/lib/message/messages";

const params = z.object({ messageId: z.uuid() });

/** The text was taken to be sent in another way. */
export const POST = route({ permission: "message:write", params }, async ({ params, viewer }) => {
  await markCopied({ ...params, viewer });
  return new Response(null, { status: 204 });
});

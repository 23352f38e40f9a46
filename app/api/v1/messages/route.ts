import { route } from "@/lib/api/route";
import { listMessages } from "@/lib/message/messages";
import { messageList, messageLogQuery } from "@/lib/message/schema";

/** The log of letters: drafts, and what was sent or copied by whom and when. */
export const GET = route(
  { permission: "message:write", answer: messageList, query: messageLogQuery },
  async ({ query, viewer }) => Response.json(await listMessages({ ...query, viewer })),
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { draftLetter } from "@/lib/message/drafts";
import { listMessages } from "@/lib/message/messages";
import { draftedLetter, draftLetterInput, messageList } from "@/lib/message/schema";

const params = z.object({ applicationId: z.uuid() });

export const GET = route({ permission: "message:write", answer: messageList, params }, async ({ params, viewer }) =>
  Response.json(await listMessages({ ...params, viewer })),
);

/** A draft: nothing is sent. */
export const POST = route(
  { answer: draftedLetter, permission: "message:write", params, body: draftLetterInput },
  async ({ params, body, viewer }) => Response.json(await draftLetter({ ...params, ...body, viewer }), { status: 201 }),
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { draftInvitations } from "@/lib/message/drafts";
import { listMessages } from "@/lib/message/messages";
import { draftedInvitations, draftInvitationsInput, messageList } from "@/lib/message/schema";

const params = z.object({ interviewId: z.uuid() });

export const GET = route({ permission: "message:write", answer: messageList, params }, async ({ params, viewer }) =>
  Response.json(await listMessages({ ...params, viewer })),
);

/** Drafts for the candidate and the panel: nothing is sent. */
export const POST = route(
  { answer: draftedInvitations, permission: "message:write", params, body: draftInvitationsInput },
  async ({ params, body, viewer }) =>
    Response.json(await draftInvitations({ ...params, ...body, viewer }), { status: 201 }),
);

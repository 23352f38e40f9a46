import { route } from "@/lib/api/route";
import { createInvite, listInvites } from "@/lib/video/invites/change-invites";
import { createdInvite, createInviteInput, inviteItem } from "@/lib/video/invites/schema";

export const GET = route({ answer: inviteItem.array(), permission: "video:write" }, async ({ viewer }) =>
  Response.json(await listInvites(viewer)),
);

export const POST = route(
  { answer: createdInvite, permission: "video:write", body: createInviteInput },
  async ({ body, viewer }) => Response.json(await createInvite({ ...body, viewer }), { status: 201 }),
);

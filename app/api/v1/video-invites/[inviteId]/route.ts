import { z } from "zod";
import { route } from "@/lib/api/route";
import { revokeInvite } from "@/lib/video/invites/change-invites";

const params = z.object({ inviteId: z.uuid() });

export const DELETE = route({ permission: "video:write", params }, async ({ params, viewer }) => {
  await revokeInvite({ ...params, viewer });
  return new Response(null, { status: 204 });
});

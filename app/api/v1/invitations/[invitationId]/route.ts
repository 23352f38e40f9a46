import { z } from "zod";
import { route } from "@/lib/api/route";
import { revokeInvitation } from "@/lib/user/invitations";

const params = z.object({ invitationId: z.uuid() });

/** Withdraws an invitation: its link opens nothing any more. */
export const DELETE = route({ permission: "settings:write", params }, async ({ params, viewer }) => {
  await revokeInvitation({ ...params, viewer });
  return new Response(null, { status: 204 });
});

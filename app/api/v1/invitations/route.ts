import { route } from "@/lib/api/route";
import { createInvitation, listInvitations } from "@/lib/user/invitations";
import { createdInvitation, createInvitationInput, invitationView } from "@/lib/user/schema";

/** People who were invited and have no account yet. */
export const GET = route({ permission: "settings:read", answer: invitationView.array() }, async ({ viewer }) =>
  Response.json(await listInvitations({ viewer })),
);

/** The answer holds the link, this once: it makes one account for this address, within a week. */
export const POST = route(
  { permission: "settings:write", body: createInvitationInput, answer: createdInvitation },
  async ({ body, viewer }) => Response.json(await createInvitation({ ...body, viewer }), { status: 201 }),
);

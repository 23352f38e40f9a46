import { headers } from "next/headers";
import { publicRoute } from "@/lib/api/public-route";
import { limitRate } from "@/lib/auth/rate-limit";
import { clientAddress } from "@/lib/http/client-address";
import { acceptInvitation } from "@/lib/user/invitations";
import { acceptedInvitation, acceptInvitationInput } from "@/lib/user/schema";

/** Makes the account that an invitation's link is for. */
export const POST = publicRoute({ answer: acceptedInvitation, body: acceptInvitationInput }, async ({ body }) => {
  await limitRate({ key: `invitation:${clientAddress(await headers())}`, limit: 20, windowSeconds: 900 });
  return Response.json(await acceptInvitation(body), { status: 201 });
});

import { publicRoute } from "@/lib/api/public-route";
import { setUpInput } from "@/lib/user/schema";
import { setUpWithToken } from "@/lib/user/set-up";

/** Open to everyone who holds the one-time link, and only while there is no user. */
export const POST = publicRoute({ body: setUpInput }, async ({ body }) => {
  await setUpWithToken(body);
  return new Response(null, { status: 204 });
});

import { z } from "zod";
import { route } from "@/lib/api/route";
import { revokeSessions } from "@/lib/auth/sessions";

const params = z.object({ sessionId: z.uuid() });

/** Ends one session of the viewer. */
export const DELETE = route({ permission: "account:own", params }, async ({ params, viewer }) => {
  await revokeSessions({ ...params, viewer });
  return new Response(null, { status: 204 });
});

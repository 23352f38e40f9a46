import { z } from "zod";
import { route } from "@/lib/api/route";
import { withdrawOverride } from "@/lib/screening/override-verdict";

const params = z.object({ applicationId: z.uuid(), overrideId: z.uuid() });

export const DELETE = route({ permission: "application:decide", params }, async ({ params, viewer }) => {
  await withdrawOverride({ ...params, viewer });
  return new Response(null, { status: 204 });
});

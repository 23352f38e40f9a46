import { z } from "zod";
import { route } from "@/lib/api/route";
import { replayDelivery } from "@/lib/webhook/endpoints";

const params = z.object({ endpointId: z.uuid(), deliveryId: z.uuid() });

export const POST = route({ permission: "settings:write", params }, async ({ params, viewer }) => {
  await replayDelivery({ ...params, viewer });
  return new Response(null, { status: 202 });
});

import { z } from "zod";
import { route } from "@/lib/api/route";
import { listDeliveries } from "@/lib/webhook/endpoints";
import { deliveryQuery, deliveryView } from "@/lib/webhook/schema";

const params = z.object({ endpointId: z.uuid() });

export const GET = route(
  { permission: "settings:read", answer: deliveryView.array(), params, query: deliveryQuery },
  async ({ params, query, viewer }) => Response.json(await listDeliveries({ ...params, ...query, viewer })),
);

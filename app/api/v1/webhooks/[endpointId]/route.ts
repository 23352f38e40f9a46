import { z } from "zod";
import { route } from "@/lib/api/route";
import { changeEndpoint, removeEndpoint } from "@/lib/webhook/endpoints";
import { changeEndpointInput } from "@/lib/webhook/schema";

const params = z.object({ endpointId: z.uuid() });

export const PATCH = route(
  { permission: "settings:write", params, body: changeEndpointInput },
  async ({ params, body, viewer }) => {
    await changeEndpoint({ ...params, ...body, viewer });
    return new Response(null, { status: 204 });
  },
);

export const DELETE = route({ permission: "settings:write", params }, async ({ params, viewer }) => {
  await removeEndpoint({ ...params, viewer });
  return new Response(null, { status: 204 });
});

import { route } from "@/lib/api/route";
import { addEndpoint, listEndpoints } from "@/lib/webhook/endpoints";
import { addEndpointInput, addedEndpoint, endpointView } from "@/lib/webhook/schema";

export const GET = route({ permission: "settings:read", answer: endpointView.array() }, async ({ viewer }) =>
  Response.json(await listEndpoints({ viewer })),
);

/** The answer holds the secret, this once. */
export const POST = route(
  { permission: "settings:write", answer: addedEndpoint, body: addEndpointInput },
  async ({ body, viewer }) => Response.json(await addEndpoint({ ...body, viewer }), { status: 201 }),
);

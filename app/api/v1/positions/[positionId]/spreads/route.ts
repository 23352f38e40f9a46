import { z } from "zod";
import { route } from "@/lib/api/route";
import { listSpreads } from "@/lib/screening/spread/list-spreads";
import { spreads, startedSpread, startSpreadInput } from "@/lib/screening/spread/schema";
import { startSpread } from "@/lib/screening/spread/start-spread";

const params = z.object({ positionId: z.uuid() });

export const GET = route({ permission: "screening:read", answer: spreads, params }, async ({ params, viewer }) =>
  Response.json(await listSpreads({ ...params, viewer })),
);

export const POST = route(
  { permission: "screening:start", answer: startedSpread, params, body: startSpreadInput },
  async ({ params, body, viewer }) => Response.json(await startSpread({ ...params, ...body, viewer }), { status: 202 }),
);

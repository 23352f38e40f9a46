import { z } from "zod";
import { route } from "@/lib/api/route";
import { listBatches } from "@/lib/screening/list-batches";
import { batchView, startedScreening, startScreeningInput } from "@/lib/screening/schema";
import { startScreening } from "@/lib/screening/start-screening";

const params = z.object({ positionId: z.uuid() });

export const GET = route(
  { permission: "screening:read", answer: batchView.array(), params },
  async ({ params, viewer }) => Response.json(await listBatches({ ...params, viewer })),
);

export const POST = route(
  { permission: "screening:start", answer: startedScreening, params, body: startScreeningInput },
  async ({ params, body, viewer }) =>
    Response.json(await startScreening({ ...params, ...body, viewer }), { status: 202 }),
);

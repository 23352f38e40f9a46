import { z } from "zod";
import { route } from "@/lib/api/route";
import { estimateExperts } from "@/lib/screening/experts/estimate-experts";
import { estimateInput, expertsEstimate } from "@/lib/screening/experts/schema";

const params = z.object({ positionId: z.uuid() });

export const POST = route(
  { permission: "screening:start", answer: expertsEstimate, params, body: estimateInput },
  async ({ params, body, viewer }) => Response.json(await estimateExperts({ ...params, ...body, viewer })),
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { overrideVerdict } from "@/lib/screening/override-verdict";
import { overridden, overrideInput } from "@/lib/screening/schema";

const params = z.object({ applicationId: z.uuid() });

export const POST = route(
  { permission: "application:decide", answer: overridden, params, body: overrideInput },
  async ({ params, body, viewer }) =>
    Response.json(await overrideVerdict({ ...params, ...body, viewer }), { status: 201 }),
);

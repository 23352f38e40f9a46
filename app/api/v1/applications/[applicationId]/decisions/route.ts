import { z } from "zod";
import { route } from "@/lib/api/route";
import { decide } from "@/lib/screening/decide";
import { decideInput } from "@/lib/screening/schema";

const params = z.object({ applicationId: z.uuid() });

export const POST = route(
  { permission: "application:decide", params, body: decideInput },
  async ({ params, body, viewer }) => Response.json(await decide({ ...params, ...body, viewer }), { status: 201 }),
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { decideOnApplication } from "@/lib/recommendation/decisions/decide";
import { decided, decideInput } from "@/lib/screening/schema";

const params = z.object({ applicationId: z.uuid() });

export const POST = route(
  { permission: "application:decide", answer: decided, params, body: decideInput },
  async ({ params, body, viewer }) =>
    Response.json(await decideOnApplication({ ...params, ...body, viewer }), { status: 201 }),
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { findRecommendation, makeRecommendation } from "@/lib/recommendation/make-recommendation";

const params = z.object({ applicationId: z.uuid() });

/** The newest, or null. */
export const GET = route({ permission: "screening:read", params }, async ({ params, viewer }) =>
  Response.json(await findRecommendation({ ...params, viewer })),
);

export const POST = route({ permission: "screening:read", params }, async ({ params, viewer }) =>
  Response.json(await makeRecommendation({ ...params, viewer }), { status: 201 }),
);

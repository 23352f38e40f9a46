import { z } from "zod";
import { route } from "@/lib/api/route";
import { findRecommendation, makeRecommendation } from "@/lib/recommendation/make-recommendation";
import { foundRecommendation, recommendationView } from "@/lib/recommendation/schema";

const params = z.object({ applicationId: z.uuid() });

/** The newest, or null. */
export const GET = route(
  { permission: "screening:read", answer: foundRecommendation, params },
  async ({ params, viewer }) => Response.json(await findRecommendation({ ...params, viewer })),
);

export const POST = route(
  { permission: "screening:read", answer: recommendationView, params },
  async ({ params, viewer }) => Response.json(await makeRecommendation({ ...params, viewer }), { status: 201 }),
);

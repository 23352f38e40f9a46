import { z } from "zod";
import { route } from "@/lib/api/route";
import { planBuiltIn } from "@/lib/interview/make-plan";
import { savedPlan, savePlanInput } from "@/lib/interview/page-schema";
import { savePlan } from "@/lib/interview/save-plan";

const params = z.object({ interviewId: z.uuid() });

/** A new plan by the engine in the place of the old one. */
export const POST = route({ permission: "interview:hold", answer: savedPlan, params }, async ({ params, viewer }) =>
  Response.json(await planBuiltIn({ ...params, viewer })),
);

export const PUT = route(
  { permission: "interview:hold", answer: savedPlan, params, body: savePlanInput },
  async ({ params, body, viewer }) => Response.json(await savePlan({ ...params, ...body, viewer })),
);

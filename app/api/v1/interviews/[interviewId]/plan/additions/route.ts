import { z } from "zod";
import { route } from "@/lib/api/route";
import { addModelQuestions } from "@/lib/interview/ask-model";
import { savedPlan } from "@/lib/interview/page-schema";

const params = z.object({ interviewId: z.uuid() });

/** Questions by a model, added to the plan. */
export const POST = route(
  { permission: "interview:hold", answer: savedPlan, params },
  async ({ params, viewer, request }) =>
    Response.json(await addModelQuestions({ ...params, viewer, signal: request.signal })),
);

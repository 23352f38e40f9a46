import { z } from "zod";
import { route } from "@/lib/api/route";
import { liveAnswer } from "@/lib/interview/page-schema";
import { practise } from "@/lib/interview/practise";

const params = z.object({ interviewId: z.uuid() });
const body = z.object({ turnId: z.uuid() });

export const POST = route(
  { permission: "interview:hold", answer: liveAnswer, params, body },
  async ({ params, body, viewer, request }) =>
    Response.json(await practise({ ...params, ...body, viewer, signal: request.signal })),
);

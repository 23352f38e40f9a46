import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { changeInterview } from "@/lib/interview/change-interview";
import { findInterview } from "@/lib/interview/find-interview";
import { deleteInterview } from "@/lib/interview/hold-interview";
import { changeInterviewInput, interviewDetail } from "@/lib/interview/page-schema";

const params = z.object({ interviewId: z.uuid() });

export const GET = route(
  { permission: "interview:read", answer: interviewDetail, params },
  async ({ params, viewer }) => {
    const interview = await findInterview({ ...params, viewer });
    if (!interview) throw new AppError("not_found", "interview_not_found");
    return Response.json(interview);
  },
);

export const PATCH = route(
  { permission: "interview:hold", params, body: changeInterviewInput },
  async ({ params, body, viewer }) => {
    await changeInterview({ ...params, ...body, viewer });
    return new Response(null, { status: 204 });
  },
);

export const DELETE = route({ permission: "interview:delete", params }, async ({ params, viewer }) => {
  await deleteInterview({ ...params, viewer });
  return new Response(null, { status: 204 });
});

import { z } from "zod";
import { route } from "@/lib/api/route";
import { startInterview } from "@/lib/interview/hold-interview";
import { startInterviewInput } from "@/lib/interview/page-schema";

const params = z.object({ interviewId: z.uuid() });

export const POST = route(
  { permission: "interview:hold", params, body: startInterviewInput },
  async ({ params, body, viewer }) => {
    await startInterview({ ...params, ...body, viewer });
    return new Response(null, { status: 204 });
  },
);

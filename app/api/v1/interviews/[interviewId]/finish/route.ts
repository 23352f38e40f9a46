import { z } from "zod";
import { route } from "@/lib/api/route";
import { finishInterview } from "@/lib/interview/finish-interview";

const params = z.object({ interviewId: z.uuid() });

export const POST = route({ permission: "interview:hold", params }, async ({ params, viewer }) => {
  await finishInterview({ ...params, viewer });
  return new Response(null, { status: 204 });
});

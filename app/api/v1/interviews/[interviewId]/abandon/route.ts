import { z } from "zod";
import { route } from "@/lib/api/route";
import { abandonInterview } from "@/lib/interview/hold-interview";

const params = z.object({ interviewId: z.uuid() });

export const POST = route({ permission: "interview:hold", params }, async ({ params, viewer }) => {
  await abandonInterview({ ...params, viewer });
  return new Response(null, { status: 204 });
});

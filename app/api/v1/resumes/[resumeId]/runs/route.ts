import { z } from "zod";
import { route } from "@/lib/api/route";
import { listResumeRuns } from "@/lib/screening/list-resume-runs";

const params = z.object({ resumeId: z.uuid() });

export const GET = route({ permission: "screening:read", params }, async ({ params, viewer }) =>
  Response.json(await listResumeRuns({ ...params, viewer })),
);

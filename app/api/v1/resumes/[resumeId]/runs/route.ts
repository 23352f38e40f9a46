import { z } from "zod";
import { route } from "@/lib/api/route";
import { listResumeRuns } from "@/lib/screening/list-resume-runs";
import { resumeRun } from "@/lib/screening/schema";

const params = z.object({ resumeId: z.uuid() });

export const GET = route(
  { permission: "screening:read", answer: resumeRun.array(), params },
  async ({ params, viewer }) => Response.json(await listResumeRuns({ ...params, viewer })),
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { passwordInput, readingOutcome } from "@/lib/resume/page-schema";
import { unlockResume } from "@/lib/resume/unlock-resume";

const params = z.object({ resumeId: z.uuid() });

export const POST = route(
  { answer: readingOutcome, permission: "resume:write", params, body: passwordInput },
  async ({ params, body, viewer }) => Response.json(await unlockResume({ ...params, ...body, viewer })),
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { readingOutcome, typedInput } from "@/lib/resume/page-schema";
import { retypeResume } from "@/lib/resume/retype-resume";

const params = z.object({ resumeId: z.uuid() });

export const PUT = route(
  { answer: readingOutcome, permission: "resume:write", params, body: typedInput },
  async ({ params, body, viewer }) => Response.json(await retypeResume({ ...params, ...body, viewer })),
);

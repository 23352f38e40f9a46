import { z } from "zod";
import { route } from "@/lib/api/route";
import { retryResumes } from "@/lib/resume/retry-resumes";
import { retriedCount } from "@/lib/resume/schema";

const body = z.object({ resumeIds: z.array(z.uuid()).min(1).max(1000) });

export const POST = route({ permission: "resume:import", answer: retriedCount, body }, async ({ body, viewer }) =>
  Response.json(await retryResumes({ ...body, viewer })),
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { restoreResumes } from "@/lib/resume/delete-resumes";
import { restoredCount } from "@/lib/resume/schema";

const body = z.object({ resumeIds: z.array(z.uuid()).min(1).max(1000) });

export const POST = route({ permission: "resume:delete", answer: restoredCount, body }, async ({ body, viewer }) =>
  Response.json(await restoreResumes({ ...body, viewer })),
);

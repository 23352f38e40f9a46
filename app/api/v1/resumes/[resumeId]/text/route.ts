import { z } from "zod";
import { route } from "@/lib/api/route";
import { typedInput } from "@/lib/resume/page-schema";
import { retypeResume } from "@/lib/resume/retype-resume";

const params = z.object({ resumeId: z.uuid() });

export const PUT = route({ permission: "resume:write", params, body: typedInput }, async ({ params, body, viewer }) =>
  Response.json(await retypeResume({ ...params, ...body, viewer })),
);

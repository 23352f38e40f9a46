import { z } from "zod";
import { route } from "@/lib/api/route";
import { findRelated } from "@/lib/resume/find-related";
import { relatedResumes } from "@/lib/resume/page-schema";

const params = z.object({ resumeId: z.uuid() });

export const GET = route({ answer: relatedResumes, permission: "resume:read", params }, async ({ params, viewer }) =>
  Response.json(await findRelated({ ...params, viewer })),
);

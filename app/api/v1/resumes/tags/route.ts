import { route } from "@/lib/api/route";
import { changedCount, tagInput } from "@/lib/resume/page-schema";
import { tagResumes } from "@/lib/resume/tag-resumes";

export const POST = route(
  { answer: changedCount, permission: "resume:write", body: tagInput },
  async ({ body, viewer }) => Response.json(await tagResumes({ ...body, viewer })),
);

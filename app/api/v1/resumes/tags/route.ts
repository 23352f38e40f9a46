import { route } from "@/lib/api/route";
import { tagInput } from "@/lib/resume/page-schema";
import { tagResumes } from "@/lib/resume/tag-resumes";

export const POST = route({ permission: "resume:write", body: tagInput }, async ({ body, viewer }) =>
  Response.json(await tagResumes({ ...body, viewer })),
);

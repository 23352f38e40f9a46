import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { findResume } from "@/lib/resume/find-resume";
import { resumeDetail } from "@/lib/resume/schema";

export const GET = route(
  { permission: "resume:read", answer: resumeDetail, params: z.object({ resumeId: z.uuid() }) },
  async ({ params, viewer }) => {
    const resume = await findResume({ ...params, viewer });
    if (!resume) throw new AppError("not_found", "resume_not_found");
    return Response.json(resume);
  },
);

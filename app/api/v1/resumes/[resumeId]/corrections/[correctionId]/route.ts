import { z } from "zod";
import { route } from "@/lib/api/route";
import { undoCorrection } from "@/lib/resume/corrections/correct-value";
import { findResume } from "@/lib/resume/find-resume";
import { resumeDetail } from "@/lib/resume/schema";

const params = z.object({ resumeId: z.uuid(), correctionId: z.uuid() });

export const DELETE = route(
  { answer: resumeDetail, permission: "resume:write", params },
  async ({ params, viewer }) => {
    await undoCorrection({ ...params, viewer });
    return Response.json(await findResume({ ...params, viewer }));
  },
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { correctValue } from "@/lib/resume/corrections/correct-value";
import { correctionInput } from "@/lib/resume/corrections/schema";
import { findResume } from "@/lib/resume/find-resume";
import { resumeDetail } from "@/lib/resume/schema";

const params = z.object({ resumeId: z.uuid() });

export const PUT = route(
  { answer: resumeDetail, permission: "resume:write", params, body: correctionInput },
  async ({ params, body, viewer }) => {
    await correctValue({ ...params, ...body, viewer });
    return Response.json(await findResume({ ...params, viewer }));
  },
);

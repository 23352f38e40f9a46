import { z } from "zod";
import { route } from "@/lib/api/route";
import { openCandidate } from "@/lib/resume/blind/open-candidate";
import { openCandidateInput, openedCandidate } from "@/lib/resume/page-schema";

const params = z.object({ resumeId: z.uuid() });

export const POST = route(
  { answer: openedCandidate, permission: "candidate:open", params, body: openCandidateInput },
  async ({ params, body, viewer }) => Response.json(await openCandidate({ ...params, ...body, viewer })),
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { joinCandidates } from "@/lib/resume/join-candidates";
import { joined, joinInput } from "@/lib/resume/page-schema";
import { splitCandidate } from "@/lib/resume/split-candidate";

const params = z.object({ resumeId: z.uuid() });

export const PUT = route(
  { answer: joined, permission: "resume:write", params, body: joinInput },
  async ({ params, body, viewer }) => Response.json(await joinCandidates({ ...params, ...body, viewer })),
);

export const DELETE = route({ permission: "resume:write", params }, async ({ params, viewer }) => {
  await splitCandidate({ ...params, viewer });
  return new Response(null, { status: 204 });
});

import { z } from "zod";
import { route } from "@/lib/api/route";
import { sensitiveView } from "@/lib/resume/sensitive";
import { viewSensitive } from "@/lib/resume/vault/view-sensitive";

/** POST, because each look leaves a line in the audit. */
export const POST = route(
  { answer: sensitiveView, permission: "resume:read_sensitive", params: z.object({ resumeId: z.uuid() }) },
  async ({ params, viewer }) =>
    Response.json(await viewSensitive({ ...params, viewer }), { headers: { "Cache-Control": "no-store" } }),
);

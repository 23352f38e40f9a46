import { z } from "zod";
import { route } from "@/lib/api/route";
import { loadLive } from "@/lib/interview/load-live";
import { liveAnswer } from "@/lib/interview/page-schema";

const params = z.object({ interviewId: z.uuid() });
const query = z.object({ after: z.coerce.number().int().min(0).optional() });

export const GET = route(
  { permission: "interview:read", answer: liveAnswer, params, query },
  async ({ params, query, viewer }) => Response.json(await loadLive({ ...params, after: query.after ?? null, viewer })),
);

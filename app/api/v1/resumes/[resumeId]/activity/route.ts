import { z } from "zod";
import { route } from "@/lib/api/route";
import { listActivity } from "@/lib/resume/list-activity";
import { activityPage } from "@/lib/resume/page-schema";

const params = z.object({ resumeId: z.uuid() });
const query = z.object({ before: z.string().max(100).optional() });

export const GET = route(
  { answer: activityPage, permission: "resume:read", params, query },
  async ({ params, query, viewer }) => Response.json(await listActivity({ ...params, ...query, viewer })),
);

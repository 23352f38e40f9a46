import { z } from "zod";
import { route } from "@/lib/api/route";
import { listActivity } from "@/lib/resume/list-activity";

const params = z.object({ resumeId: z.uuid() });
const query = z.object({ before: z.string().max(100).optional() });

export const GET = route({ permission: "resume:read", params, query }, async ({ params, query, viewer }) =>
  Response.json(await listActivity({ ...params, ...query, viewer })),
);

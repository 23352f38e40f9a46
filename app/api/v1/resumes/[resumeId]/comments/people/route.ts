import { z } from "zod";
import { route } from "@/lib/api/route";
import { listMentionable } from "@/lib/comment/list-comments";

const params = z.object({ resumeId: z.uuid() });
const query = z.object({ applicationId: z.uuid().optional() });

export const GET = route({ permission: "resume:read", params, query }, async ({ params, query, viewer }) =>
  Response.json(await listMentionable({ ...params, ...query, viewer })),
);

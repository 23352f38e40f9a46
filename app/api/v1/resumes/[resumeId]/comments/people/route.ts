import { z } from "zod";
import { route } from "@/lib/api/route";
import { listMentionable } from "@/lib/comment/list-comments";
import { mentionable } from "@/lib/comment/schema";

const params = z.object({ resumeId: z.uuid() });
const query = z.object({ applicationId: z.uuid().optional() });

export const GET = route(
  { permission: "resume:read", answer: mentionable.array(), params, query },
  async ({ params, query, viewer }) => Response.json(await listMentionable({ ...params, ...query, viewer })),
);

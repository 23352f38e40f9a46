import { z } from "zod";
import { route } from "@/lib/api/route";
import { listComments } from "@/lib/comment/list-comments";
import { comment, writeCommentInput, writtenComment } from "@/lib/comment/schema";
import { addComment } from "@/lib/comment/write-comment";

const params = z.object({ resumeId: z.uuid() });

export const GET = route({ permission: "resume:read", answer: comment.array(), params }, async ({ params, viewer }) =>
  Response.json(await listComments({ ...params, viewer })),
);

export const POST = route(
  { permission: "resume:read", answer: writtenComment, params, body: writeCommentInput },
  async ({ params, body, viewer }) => Response.json(await addComment({ ...params, ...body, viewer }), { status: 201 }),
);

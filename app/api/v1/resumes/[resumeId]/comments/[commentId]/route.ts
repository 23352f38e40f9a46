import { z } from "zod";
import { route } from "@/lib/api/route";
import { editCommentInput } from "@/lib/comment/schema";
import { deleteComment, editComment } from "@/lib/comment/write-comment";

const params = z.object({ resumeId: z.uuid(), commentId: z.uuid() });

export const PUT = route(
  { permission: "resume:read", params, body: editCommentInput },
  async ({ params, body, viewer }) => {
    await editComment({ ...params, ...body, viewer });
    return new Response(null, { status: 204 });
  },
);

export const DELETE = route({ permission: "resume:read", params }, async ({ params, viewer }) => {
  await deleteComment({ ...params, viewer });
  return new Response(null, { status: 204 });
});

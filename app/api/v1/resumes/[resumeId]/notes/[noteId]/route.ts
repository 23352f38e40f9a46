import { z } from "zod";
import { route } from "@/lib/api/route";
import { deleteNote } from "@/lib/resume/resume-notes";

const params = z.object({ resumeId: z.uuid(), noteId: z.uuid() });

export const DELETE = route({ permission: "resume:read", params }, async ({ params, viewer }) => {
  await deleteNote({ ...params, viewer });
  return new Response(null, { status: 204 });
});

import { z } from "zod";
import { route } from "@/lib/api/route";
import { noteInput } from "@/lib/resume/page-schema";
import { addNote, listNotes } from "@/lib/resume/resume-notes";

const params = z.object({ resumeId: z.uuid() });

export const GET = route({ permission: "resume:read", params }, async ({ params, viewer }) =>
  Response.json(await listNotes({ ...params, viewer })),
);

export const POST = route({ permission: "resume:read", params, body: noteInput }, async ({ params, body, viewer }) =>
  Response.json(await addNote({ ...params, ...body, viewer }), { status: 201 }),
);

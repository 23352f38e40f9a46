import { z } from "zod";
import { route } from "@/lib/api/route";
import { findDocumentHtml } from "@/lib/resume/find-document-html";
import { documentHtml } from "@/lib/resume/page-schema";

const params = z.object({ resumeId: z.uuid() });

export const GET = route({ answer: documentHtml, permission: "resume:read", params }, async ({ params, viewer }) =>
  Response.json(await findDocumentHtml({ ...params, viewer })),
);

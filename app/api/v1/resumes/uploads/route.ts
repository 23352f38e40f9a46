import { route } from "@/lib/api/route";
import { allowUpload, tokenRequest } from "@/lib/resume/direct-upload/allow-upload";
import { completeInput, completeUpload } from "@/lib/resume/direct-upload/complete-upload";
import { importItem } from "@/lib/resume/schema";

/** Called by `upload()` of @vercel/blob/client before it puts a file into Blob. */
export const POST = route({ permission: "resume:import", body: tokenRequest }, async ({ body, viewer, request }) =>
  Response.json(await allowUpload({ body, viewer, request })),
);

export const PUT = route(
  { answer: importItem, permission: "resume:import", body: completeInput },
  async ({ body, viewer }) => Response.json(await completeUpload({ ...body, viewer })),
);

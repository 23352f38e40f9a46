import { z } from "zod";
import { fileResponse } from "@/lib/api/file-response";
import { route } from "@/lib/api/route";
import { drawPage } from "@/lib/resume/draw-page";

const params = z.object({ resumeId: z.uuid(), page: z.coerce.number().int().min(0) });

/** A page of an image that browsers do not show by themselves, as PNG. */
export const GET = route({ permission: "resume:read", params }, async ({ params, viewer }) =>
  fileResponse({ ...(await drawPage({ ...params, viewer })), mediaType: "image/png" }),
);

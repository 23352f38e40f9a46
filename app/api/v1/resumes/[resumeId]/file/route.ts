import { z } from "zod";
import { fileResponse } from "@/lib/api/file-response";
import { route } from "@/lib/api/route";
import { getResumeFile } from "@/lib/resume/get-resume-file";

/** What the resume's page shows as it is. */
const mediaTypes: Record<string, string> = { pdf: "application/pdf", png: "image/png", jpg: "image/jpeg" };

export const GET = route(
  { permission: "resume:read", params: z.object({ resumeId: z.uuid() }) },
  async ({ params, viewer }) => {
    const { bytes, fileName, fileKind } = await getResumeFile({ ...params, viewer });
    return fileResponse({
      bytes,
      fileName,
      mediaType: mediaTypes[fileKind ?? ""] ?? "application/octet-stream",
    });
  },
);

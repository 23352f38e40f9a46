import { z } from "zod";
import { fileResponse } from "@/lib/api/file-response";
import { route } from "@/lib/api/route";
import { getResumeFile } from "@/lib/resume/get-resume-file";

export const GET = route(
  { permission: "resume:read", params: z.object({ resumeId: z.uuid() }) },
  async ({ params, viewer }) => {
    const { bytes, fileName, fileKind } = await getResumeFile({ ...params, viewer });
    return fileResponse({
      bytes,
      fileName,
      mediaType: fileKind === "pdf" ? "application/pdf" : "application/octet-stream",
    });
  },
);

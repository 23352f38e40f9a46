import { route } from "@/lib/api/route";
import { getOwnResume } from "@/lib/video/store-video";
import { beginUpload, senderOf } from "@/lib/video/uploads/receive-parts";
import { beginUploadInput, videoUpload } from "@/lib/video/uploads/schema";

/** Begins a recording that comes in parts. */
export const POST = route(
  { answer: videoUpload, permission: "video:write", body: beginUploadInput },
  async ({ body, viewer }) => {
    const { fileSize, ...description } = body;
    if (description.resumeId) await getOwnResume(description.resumeId, viewer);
    return Response.json(await beginUpload({ sender: senderOf(viewer), description, fileSize }), { status: 201 });
  },
);

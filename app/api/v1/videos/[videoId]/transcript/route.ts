import { z } from "zod";
import { readUpload } from "@/lib/api/read-upload";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { removeTranscript, saveTranscript } from "@/lib/video/change-video";

const params = z.object({ videoId: z.uuid() });
const largestTranscriptBytes = 5_000_000;

/** A VTT, SRT or plain text as the body. */
export const PUT = route({ permission: "video:write", params }, async ({ params, viewer, request }) => {
  const { bytes } = await readUpload(request, () => largestTranscriptBytes);
  if (bytes.length > largestTranscriptBytes) throw new AppError("too_large", "body_too_large");
  await saveTranscript({ ...params, bytes, viewer });
  return new Response(null, { status: 204 });
});

export const DELETE = route({ permission: "video:write", params }, async ({ params, viewer }) => {
  await removeTranscript({ ...params, viewer });
  return new Response(null, { status: 204 });
});

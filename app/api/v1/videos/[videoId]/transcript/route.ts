import { z } from "zod";
import { readUpload } from "@/lib/api/read-upload";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { removeTranscript, saveTranscript, uploadTranscript } from "@/lib/video/save-transcript";
import { transcript } from "@/lib/video/schema";

const params = z.object({ videoId: z.uuid() });
const largestTranscriptBytes = 5_000_000;

/** A VTT, SRT or plain text as the body. */
export const PUT = route({ permission: "video:write", params }, async ({ params, viewer, request }) => {
  const { bytes } = await readUpload(request, () => largestTranscriptBytes);
  if (bytes.length > largestTranscriptBytes) throw new AppError("too_large", "body_too_large");
  await uploadTranscript({ ...params, bytes, viewer });
  return new Response(null, { status: 204 });
});

const body = z.object({ transcript, revision: z.int() });

/** Lines as somebody typed or changed them. */
export const PATCH = route({ permission: "video:write", params, body }, async ({ params, body, viewer }) => {
  await saveTranscript({ ...params, ...body, viewer });
  return new Response(null, { status: 204 });
});

export const DELETE = route({ permission: "video:write", params }, async ({ params, viewer }) => {
  await removeTranscript({ ...params, viewer });
  return new Response(null, { status: 204 });
});

import { z } from "zod";
import { route } from "@/lib/api/route";
import { startTranscription } from "@/lib/video/start-transcription";

const params = z.object({ videoId: z.uuid() });
/** Nobody is heard by another server who did not agree to it. */
const body = z.object({ hasAgreed: z.literal(true) });

export const POST = route({ permission: "video:write", params, body }, async ({ params, viewer }) => {
  await startTranscription({ ...params, viewer });
  return new Response(null, { status: 204 });
});

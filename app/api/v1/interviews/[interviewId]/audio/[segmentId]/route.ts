import { z } from "zod";
import { route } from "@/lib/api/route";
import { openAudio } from "@/lib/interview/audio";
import { rangeResponse } from "@/lib/storage/range-response";

const params = z.object({ interviewId: z.uuid(), segmentId: z.uuid() });

/** What was heard of something said, where it was kept. */
export const GET = route({ permission: "interview:read", params }, async ({ params, viewer, request }) => {
  const { storageKey, bytes } = await openAudio({ ...params, viewer });
  return rangeResponse(request, { storageKey, mediaType: "audio/wav", size: bytes, missing: "no_audio" });
});

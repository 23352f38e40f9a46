import { z } from "zod";
import { pictureResponse } from "@/lib/api/file-response";
import { readUpload } from "@/lib/api/read-upload";
import { route } from "@/lib/api/route";
import { openPoster, savePoster } from "@/lib/video/poster";
import { largestPosterBytes, posterType } from "@/lib/video/poster-limits";

const params = z.object({ videoId: z.uuid() });

export const GET = route({ permission: "video:read", params }, async ({ params, viewer }) =>
  pictureResponse({ bytes: await openPoster({ ...params, viewer }), mediaType: posterType }),
);

/** A picture of the recording as the body, JPEG. */
export const PUT = route({ permission: "video:write", params }, async ({ params, viewer, request }) => {
  const { bytes } = await readUpload(request, () => largestPosterBytes);
  await savePoster({ ...params, bytes, viewer });
  return new Response(null, { status: 204 });
});

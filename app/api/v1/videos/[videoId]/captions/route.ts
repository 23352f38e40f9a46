import { z } from "zod";
import { route } from "@/lib/api/route";
import { findVideo } from "@/lib/video/list-videos";
import { toCaptions } from "@/lib/video/to-captions";

const params = z.object({ videoId: z.uuid() });

/** What is said, as captions; none for who may not see it. */
export const GET = route({ permission: "video:read", params }, async ({ params, viewer }) => {
  const video = await findVideo({ ...params, viewer });
  return new Response(toCaptions(video?.transcript ?? null), {
    headers: {
      "content-type": "text/vtt; charset=utf-8",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});

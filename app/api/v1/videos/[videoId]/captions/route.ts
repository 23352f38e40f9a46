import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { findVideo } from "@/lib/video/list-videos";
import { toCaptions } from "@/lib/video/to-captions";

const params = z.object({ videoId: z.uuid() });

/** What is said, as captions; none for who may not see it. */
export const GET = route({ permission: "video:read", params }, async ({ params, viewer }) => {
  const video = await findVideo({ ...params, viewer });
  if (!video) throw new AppError("not_found", "video_not_found");
  return new Response(toCaptions(video.transcript), {
    headers: {
      "content-type": "text/vtt; charset=utf-8",
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});

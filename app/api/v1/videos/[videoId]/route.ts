import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { deleteVideo } from "@/lib/video/change-video";
import { findVideo } from "@/lib/video/list-videos";
import { videoDetail } from "@/lib/video/schema";

const params = z.object({ videoId: z.uuid() });

export const GET = route({ permission: "video:read", answer: videoDetail, params }, async ({ params, viewer }) => {
  const video = await findVideo({ ...params, viewer });
  if (!video) throw new AppError("not_found", "video_not_found");
  return Response.json(video);
});

export const DELETE = route({ permission: "video:write", params }, async ({ params, viewer }) => {
  await deleteVideo({ ...params, viewer });
  return new Response(null, { status: 204 });
});

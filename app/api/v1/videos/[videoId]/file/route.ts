import { z } from "zod";
import { route } from "@/lib/api/route";
import { openVideo } from "@/lib/video/change-video";
import { videoResponse } from "@/lib/video/video-response";

const params = z.object({ videoId: z.uuid() });

export const GET = route({ permission: "video:read", params }, async ({ params, viewer, request }) =>
  videoResponse(request, await openVideo({ ...params, viewer })),
);

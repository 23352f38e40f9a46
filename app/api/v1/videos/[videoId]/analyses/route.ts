import { z } from "zod";
import { route } from "@/lib/api/route";
import { analyseAgain } from "@/lib/video/save-transcript";

const params = z.object({ videoId: z.uuid() });

/** Analyses what was said once more. */
export const POST = route({ permission: "video:write", params }, async ({ params, viewer }) => {
  await analyseAgain({ ...params, viewer });
  return new Response(null, { status: 204 });
});

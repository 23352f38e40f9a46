import { z } from "zod";
import { route } from "@/lib/api/route";
import { deleteView } from "@/lib/saved-view/saved-views";

export const DELETE = route(
  { permission: "resume:read", params: z.object({ viewId: z.uuid() }) },
  async ({ params, viewer }) => {
    await deleteView({ ...params, viewer });
    return new Response(null, { status: 204 });
  },
);

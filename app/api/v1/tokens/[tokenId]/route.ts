import { z } from "zod";
import { route } from "@/lib/api/route";
import { revokeApiToken } from "@/lib/user/api-tokens";

export const DELETE = route(
  { permission: "token:manage", params: z.object({ tokenId: z.uuid() }) },
  async ({ params, viewer }) => {
    await revokeApiToken({ ...params, viewer });
    return new Response(null, { status: 204 });
  },
);

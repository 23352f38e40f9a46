import { z } from "zod";
import { route } from "@/lib/api/route";
import { listPositionVersions } from "@/lib/position/find-position";

export const GET = route(
  { permission: "position:read", params: z.object({ positionId: z.uuid() }) },
  async ({ params, viewer }) => Response.json(await listPositionVersions({ ...params, viewer })),
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { listPositionVersions } from "@/lib/position/find-position";
import { positionVersionItem } from "@/lib/position/schema";

export const GET = route(
  { permission: "position:read", answer: positionVersionItem.array(), params: z.object({ positionId: z.uuid() }) },
  async ({ params, viewer }) => Response.json(await listPositionVersions({ ...params, viewer })),
);

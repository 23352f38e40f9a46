import { z } from "zod";
import { route } from "@/lib/api/route";
import { listPositions } from "@/lib/position/list-positions";
import { createPosition } from "@/lib/position/save-position";
import { positionListItem, positionState, savedPosition, savePositionInput } from "@/lib/position/schema";

const query = z.object({ state: positionState.default("open") });

export const GET = route(
  { permission: "position:read", answer: positionListItem.array(), query },
  async ({ query, viewer }) => Response.json(await listPositions({ ...query, viewer })),
);

export const POST = route(
  { permission: "position:write", answer: savedPosition, body: savePositionInput },
  async ({ body, viewer }) => Response.json(await createPosition({ ...body, viewer }), { status: 201 }),
);

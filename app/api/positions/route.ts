import { route } from "@/lib/api/route";
import { listPositions } from "@/lib/position/list-positions";
import { createPosition } from "@/lib/position/save-position";
import { savePositionInput } from "@/lib/position/schema";

export const GET = route({ permission: "position:read" }, async ({ viewer }) =>
  Response.json(await listPositions({ viewer })),
);

export const POST = route({ permission: "position:write", body: savePositionInput }, async ({ body, viewer }) =>
  Response.json(await createPosition({ ...body, viewer }), { status: 201 }),
);

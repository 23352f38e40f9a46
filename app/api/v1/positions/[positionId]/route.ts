import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { archivePosition } from "@/lib/position/archive-position";
import { findPosition } from "@/lib/position/find-position";
import { updatePosition } from "@/lib/position/save-position";
import { positionDetail, savedPosition, updatePositionInput } from "@/lib/position/schema";

const params = z.object({ positionId: z.uuid() });
const query = z.object({ version: z.coerce.number().int().min(1).optional() });

export const GET = route(
  { permission: "position:read", answer: positionDetail, params, query },
  async ({ params, query, viewer }) => {
    const position = await findPosition({ ...params, ...query, viewer });
    if (!position) throw new AppError("not_found", "position_not_found");
    return Response.json(position);
  },
);

export const PUT = route(
  { permission: "position:write", answer: savedPosition, params, body: updatePositionInput },
  async ({ params, body, viewer }) => Response.json(await updatePosition({ ...params, ...body, viewer })),
);

export const PATCH = route(
  { permission: "position:write", params, body: z.object({ isArchived: z.boolean() }) },
  async ({ params, body, viewer }) => {
    await archivePosition({ ...params, ...body, viewer });
    return new Response(null, { status: 204 });
  },
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { findBoard } from "@/lib/screening/find-board";

export const GET = route(
  { permission: "screening:read", params: z.object({ positionId: z.uuid() }) },
  async ({ params, viewer }) => {
    const board = await findBoard({ ...params, viewer });
    if (!board) throw new AppError("not_found", "position_not_found");
    return Response.json(board);
  },
);

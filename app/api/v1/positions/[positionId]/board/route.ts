import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { findBoard } from "@/lib/screening/find-board";
import { board } from "@/lib/screening/schema";

export const GET = route(
  { permission: "screening:read", answer: board, params: z.object({ positionId: z.uuid() }) },
  async ({ params, viewer }) => {
    const board = await findBoard({ ...params, viewer });
    if (!board) throw new AppError("not_found", "position_not_found");
    return Response.json(board);
  },
);

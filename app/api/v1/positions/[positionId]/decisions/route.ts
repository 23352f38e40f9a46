import { z } from "zod";
import { route } from "@/lib/api/route";
import { decideOnMany } from "@/lib/screening/decide-on-many";
import { decidedOnMany, decideOnManyInput, undoDecisionsInput, undoneDecisions } from "@/lib/screening/schema";
import { undoDecisions } from "@/lib/screening/undo-decisions";

const params = z.object({ positionId: z.uuid() });

export const POST = route(
  { permission: "application:decide", answer: decidedOnMany, params, body: decideOnManyInput },
  async ({ params, body, viewer }) =>
    Response.json(await decideOnMany({ ...params, ...body, viewer }), { status: 201 }),
);

export const DELETE = route(
  { permission: "application:decide", answer: undoneDecisions, params, body: undoDecisionsInput },
  async ({ params, body, viewer }) => Response.json(await undoDecisions({ ...params, ...body, viewer })),
);

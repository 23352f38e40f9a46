import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { findDecision } from "@/lib/recommendation/decisions/find-decision";
import { decisionRecord } from "@/lib/recommendation/decisions/schema";

const params = z.object({ decisionId: z.uuid() });

export const GET = route(
  { permission: "screening:read", answer: decisionRecord, params },
  async ({ params, viewer }) => {
    const found = await findDecision({ ...params, viewer });
    if (!found) throw new AppError("not_found", "not_found");
    return Response.json(found);
  },
);

import { z } from "zod";
import { route } from "@/lib/api/route";
import { AppError } from "@/lib/errors";
import { changeBatch } from "@/lib/screening/change-batch";
import { findBatch } from "@/lib/screening/find-batch";
import { batchDetail, changeBatchInput, changedBatch } from "@/lib/screening/schema";

const params = z.object({ batchId: z.uuid() });

export const GET = route({ permission: "screening:read", answer: batchDetail, params }, async ({ params, viewer }) => {
  const found = await findBatch({ ...params, viewer });
  if (!found) throw new AppError("not_found", "screening_not_found");
  return Response.json(found);
});

export const PATCH = route(
  { permission: "screening:start", answer: changedBatch, params, body: changeBatchInput },
  async ({ params, body, viewer }) => Response.json(await changeBatch({ ...params, ...body, viewer })),
);

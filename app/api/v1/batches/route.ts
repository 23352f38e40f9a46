import { z } from "zod";
import { route } from "@/lib/api/route";
import { listBatches } from "@/lib/screening/list-batches";
import { batchView } from "@/lib/screening/schema";

const query = z.object({ batchId: z.uuid().optional() });

export const GET = route(
  { permission: "screening:read", answer: batchView.array(), query },
  async ({ query, viewer }) => Response.json(await listBatches({ ...query, viewer })),
);

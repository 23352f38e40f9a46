import { z } from "zod";
import { route } from "@/lib/api/route";
import { listBatches } from "@/lib/screening/list-batches";

const query = z.object({ batchId: z.uuid().optional() });

export const GET = route({ permission: "screening:read", query }, async ({ query, viewer }) =>
  Response.json(await listBatches({ ...query, viewer })),
);

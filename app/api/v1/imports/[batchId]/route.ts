import { z } from "zod";
import { route } from "@/lib/api/route";
import { listImportItems } from "@/lib/resume/list-import-items";

export const GET = route(
  { permission: "resume:import", params: z.object({ batchId: z.uuid() }) },
  async ({ params, viewer }) => Response.json(await listImportItems({ ...params, viewer })),
);

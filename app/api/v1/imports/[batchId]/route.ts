import { z } from "zod";
import { route } from "@/lib/api/route";
import { listImportItems } from "@/lib/resume/list-import-items";
import { importItem } from "@/lib/resume/schema";

export const GET = route(
  { permission: "resume:import", answer: importItem.array(), params: z.object({ batchId: z.uuid() }) },
  async ({ params, viewer }) => Response.json(await listImportItems({ ...params, viewer })),
);

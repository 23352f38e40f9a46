import { z } from "zod";
import { route } from "@/lib/api/route";
import { savePositionInput } from "@/lib/position/schema";
import { previewChange } from "@/lib/screening/preview-change";
import { previewedChange } from "@/lib/screening/schema";

const params = z.object({ positionId: z.uuid() });

export const POST = route(
  { permission: "position:write", answer: previewedChange, params, body: savePositionInput },
  async ({ params, body, viewer }) => Response.json(await previewChange({ ...params, content: body, viewer })),
);

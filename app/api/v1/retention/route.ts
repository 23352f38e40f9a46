import { route } from "@/lib/api/route";
import { previewRetention, runRetention } from "@/lib/privacy/retention";
import { retentionPreview, retentionStarted, runRetentionInput } from "@/lib/privacy/schema";

/** Who the retention rules would erase now. */
export const GET = route({ permission: "settings:read", answer: retentionPreview }, async ({ viewer }) =>
  Response.json(await previewRetention({ viewer })),
);

/** Erases them; `count` is how many the preview said. */
export const POST = route(
  { permission: "person:erase", body: runRetentionInput, answer: retentionStarted },
  async ({ body, viewer }) => Response.json(await runRetention({ ...body, viewer })),
);

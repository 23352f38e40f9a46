import { route } from "@/lib/api/route";
import { listErasures } from "@/lib/privacy/list-erasures";
import { erasureView } from "@/lib/privacy/schema";

/** People who were erased, the newest first: ids, counts and times. */
export const GET = route({ permission: "settings:read", answer: erasureView.array() }, async ({ viewer }) =>
  Response.json(await listErasures({ viewer })),
);

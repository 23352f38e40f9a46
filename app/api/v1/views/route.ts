import { route } from "@/lib/api/route";
import { savedViewInput } from "@/lib/resume/filter";
import { listViews, saveView } from "@/lib/resume/saved-views";

export const GET = route({ permission: "resume:read" }, async ({ viewer }) =>
  Response.json(await listViews({ viewer })),
);

export const POST = route({ permission: "resume:read", body: savedViewInput }, async ({ body, viewer }) =>
  Response.json(await saveView({ ...body, viewer }), { status: 201 }),
);

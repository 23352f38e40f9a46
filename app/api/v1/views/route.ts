import { z } from "zod";
import { route } from "@/lib/api/route";
import { listViews, saveView } from "@/lib/saved-view/saved-views";
import { savedView, savedViewInput, viewPage } from "@/lib/saved-view/schema";

const query = z.object({ page: viewPage.default("library") });

export const GET = route({ permission: "resume:read", answer: savedView.array(), query }, async ({ query, viewer }) =>
  Response.json(await listViews({ ...query, viewer })),
);

export const POST = route(
  { permission: "resume:read", answer: savedView, body: savedViewInput },
  async ({ body, viewer }) => Response.json(await saveView({ ...body, viewer }), { status: 201 }),
);

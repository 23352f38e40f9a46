import { route } from "@/lib/api/route";
import { createdInterview, saveTemplateInput, templateItem } from "@/lib/interview/page-schema";
import { listTemplates, saveTemplate } from "@/lib/interview/templates";

export const GET = route({ permission: "interview:read", answer: templateItem.array() }, async ({ viewer }) =>
  Response.json(await listTemplates(viewer)),
);

export const POST = route(
  { permission: "interview:hold", answer: createdInterview, body: saveTemplateInput },
  async ({ body, viewer }) => Response.json(await saveTemplate({ ...body, viewer }), { status: 201 }),
);

import { route } from "@/lib/api/route";
import { saveTemplateInput, templateView } from "@/lib/message/schema";
import { listTemplates, saveTemplate } from "@/lib/message/templates";

export const GET = route({ permission: "message:write", answer: templateView.array() }, async ({ viewer }) =>
  Response.json(await listTemplates({ viewer })),
);

export const PUT = route({ permission: "settings:write", body: saveTemplateInput }, async ({ body, viewer }) => {
  await saveTemplate({ ...body, viewer });
  return new Response(null, { status: 204 });
});

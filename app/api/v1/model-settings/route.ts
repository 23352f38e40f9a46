import { modelSettingsView, saveModelSettingsInput } from "@/lib/ai/schema";
import { readModelSettings } from "@/lib/ai/settings/read-model-settings";
import { saveModelSettings } from "@/lib/ai/settings/save-model-settings";
import { route } from "@/lib/api/route";

export const GET = route({ permission: "settings:read", answer: modelSettingsView }, async ({ viewer }) =>
  Response.json(await readModelSettings({ viewer })),
);

export const PUT = route({ permission: "settings:write", body: saveModelSettingsInput }, async ({ body, viewer }) => {
  await saveModelSettings({ ...body, viewer });
  return new Response(null, { status: 204 });
});

import { route } from "@/lib/api/route";
import { organisationSettings, saveOrganisationSettingsInput } from "@/lib/organisation/schema";
import { readOrganisationSettings, saveOrganisationSettings } from "@/lib/organisation/settings";

export const GET = route({ permission: "settings:read", answer: organisationSettings }, async ({ viewer }) =>
  Response.json(await readOrganisationSettings(viewer.organisationId)),
);

export const PATCH = route(
  { permission: "settings:write", body: saveOrganisationSettingsInput },
  async ({ body, viewer }) => {
    await saveOrganisationSettings({ settings: body, viewer });
    return new Response(null, { status: 204 });
  },
);

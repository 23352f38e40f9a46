import { notFound } from "next/navigation";
import { CompanyName } from "@/components/settings/company-name";
import { SettingsBody } from "@/components/settings/settings-body";
import { TemplatePanel } from "@/components/settings/template-panel";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { listTemplates } from "@/lib/message/templates";
import { longestCompanyName } from "@/lib/organisation/schema";
import { readOrganisationSettings } from "@/lib/organisation/settings";

export default async function Page() {
  const viewer = await requireViewer();
  if (!can(viewer, "settings:read")) notFound();
  return (
    <SettingsBody>
      <CompanyName longest={longestCompanyName} name={(await readOrganisationSettings(viewer.organisationId)).name} />
      <TemplatePanel templates={await listTemplates({ viewer })} />
    </SettingsBody>
  );
}

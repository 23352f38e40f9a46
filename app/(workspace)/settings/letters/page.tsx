import { notFound } from "next/navigation";
import { SettingsBody } from "@/components/settings/settings-body";
import { TemplatePanel } from "@/components/settings/template-panel";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { listTemplates } from "@/lib/message/templates";

export default async function Page() {
  const viewer = await requireViewer();
  if (!can(viewer, "settings:read")) notFound();
  return (
    <SettingsBody>
      <TemplatePanel templates={await listTemplates({ viewer })} />
    </SettingsBody>
  );
}

import { notFound } from "next/navigation";
import { ModelPanel } from "@/components/settings/model-panel";
import { SettingsBody } from "@/components/settings/settings-body";
import { readModelSettings } from "@/lib/ai/settings/read-model-settings";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";

export default async function Page() {
  const viewer = await requireViewer();
  if (!can(viewer, "settings:read")) notFound();
  return (
    <SettingsBody>
      <ModelPanel settings={await readModelSettings({ viewer })} />
    </SettingsBody>
  );
}

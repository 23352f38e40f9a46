import { notFound } from "next/navigation";
import { RecordingPanel } from "@/components/settings/recording-panel";
import { SettingsBody } from "@/components/settings/settings-body";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { readOrganisationSettings } from "@/lib/organisation/settings";

export default async function Page() {
  const viewer = await requireViewer();
  if (!can(viewer, "settings:read")) notFound();
  return (
    <SettingsBody>
      <RecordingPanel settings={await readOrganisationSettings(viewer.organisationId)} />
    </SettingsBody>
  );
}

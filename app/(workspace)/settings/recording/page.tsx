import { notFound } from "next/navigation";
import { RecordingPanel } from "@/components/settings/recording-panel";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { readOrganisationSettings } from "@/lib/organisation/settings";

export default async function Page() {
  const viewer = await requireViewer();
  if (!can(viewer, "settings:read")) notFound();
  return <RecordingPanel settings={await readOrganisationSettings(viewer.organisationId)} />;
}

import { notFound } from "next/navigation";
import { ErasureList } from "@/components/privacy/erasure-list";
import { RetentionPanel } from "@/components/privacy/retention-panel";
import { RetentionPreviewPanel } from "@/components/privacy/retention-preview";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { listErasures } from "@/lib/privacy/list-erasures";
import { previewRetention } from "@/lib/privacy/retention";

/** How long people are kept, who would go now, and who has gone. */
export default async function PrivacyPage() {
  const viewer = await requireViewer();
  if (!can(viewer, "settings:read")) notFound();
  const [settings, preview, erasures] = await Promise.all([
    readOrganisationSettings(viewer.organisationId),
    previewRetention({ viewer }),
    listErasures({ viewer }),
  ]);
  return (
    <>
      <RetentionPanel settings={settings} />
      <RetentionPreviewPanel preview={preview} />
      <ErasureList erasures={erasures} />
    </>
  );
}

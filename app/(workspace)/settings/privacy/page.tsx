import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ErasureList } from "@/components/privacy/erasure-list";
import { RetentionPanel } from "@/components/privacy/retention-panel";
import { RetentionPreviewPanel } from "@/components/privacy/retention-preview";
import { SettingsBody } from "@/components/settings/settings-body";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { readOrganisationSettings } from "@/lib/organisation/settings";
import { listErasures } from "@/lib/privacy/list-erasures";
import { previewRetention } from "@/lib/privacy/retention";

export async function generateMetadata() {
  return { title: (await getTranslations("privacy"))("page_title") };
}

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
    <SettingsBody>
      <RetentionPanel settings={settings} />
      <RetentionPreviewPanel preview={preview} />
      <ErasureList erasures={erasures} />
    </SettingsBody>
  );
}

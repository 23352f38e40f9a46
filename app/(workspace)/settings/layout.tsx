import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SettingsNav } from "@/components/settings/settings-nav";
import { settingsPartsOf } from "@/components/settings/settings-parts";
import { PageHeader } from "@/components/shell/page-header";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";

export async function generateMetadata() {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsLayout({ children }: { children: ReactNode }) {
  const viewer = await requireViewer();
  if (!can(viewer, "token:manage")) notFound();
  const t = await getTranslations("settings");
  return (
    <>
      <PageHeader title={t("title")} />
      <SettingsNav parts={settingsPartsOf(viewer)} />
      {children}
    </>
  );
}

import { notFound, redirect } from "next/navigation";
import { settingsPartsOf } from "@/components/settings/settings-parts";
import { requireViewer } from "@/lib/auth/find-viewer";

/** The settings begin with the first part that the viewer has. */
export default async function SettingsPage() {
  const [first] = settingsPartsOf(await requireViewer());
  if (!first) notFound();
  redirect(`/settings/${first}`);
}

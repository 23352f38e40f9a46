import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ParseTrialView } from "@/components/parse-trial/parse-trial-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";

export async function generateMetadata() {
  return { title: (await getTranslations("parse_trial"))("title") };
}

export default async function ParserPage() {
  if (!can(await requireViewer(), "resume:import")) notFound();
  return <ParseTrialView />;
}

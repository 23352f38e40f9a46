import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SpreadView } from "@/components/screening/spread-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findPosition } from "@/lib/position/find-position";

type SpreadPageProps = { params: Promise<{ positionId: string }> };

export async function generateMetadata() {
  const t = await getTranslations("spread");
  return { title: t("title") };
}

export default async function SpreadPage({ params }: SpreadPageProps) {
  const { positionId } = await params;
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) notFound();
  const position = await findPosition({ positionId, viewer });
  if (!position) notFound();
  const { id, title, isArchived } = position;
  return <SpreadView position={{ id, title, isArchived }} />;
}

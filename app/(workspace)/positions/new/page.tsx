import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PositionEditor } from "@/components/position/position-editor";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";

export async function generateMetadata() {
  return { title: (await getTranslations("positions"))("create") };
}

export default async function NewPositionPage() {
  if (!can(await requireViewer(), "position:write")) notFound();
  return <PositionEditor canWrite position={null} />;
}

import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewPosition } from "@/components/position/new-position";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";

type NewPositionPageProps = { searchParams: Promise<{ draft?: string | string[] }> };

export async function generateMetadata() {
  return { title: (await getTranslations("positions"))("create") };
}

export default async function NewPositionPage({ searchParams }: NewPositionPageProps) {
  if (!can(await requireViewer(), "position:write")) notFound();
  const draftId = [(await searchParams).draft].flat()[0] ?? null;
  return <NewPosition draftId={draftId} key={draftId} />;
}

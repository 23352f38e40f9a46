import { notFound } from "next/navigation";
import { FinalistsView } from "@/components/recommendation/finalists-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { chosenFinalists, findFinalists } from "@/lib/recommendation/find-finalists";

type PageProps = {
  params: Promise<{ positionId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function Page({ params, searchParams }: PageProps) {
  const { positionId } = await params;
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) notFound();
  const asked = chosenFinalists.safeParse((await searchParams).applications).data;
  const found = await findFinalists({ positionId, applicationIds: asked, viewer });
  if (!found) notFound();
  return <FinalistsView found={found} />;
}

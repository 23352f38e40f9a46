import { notFound } from "next/navigation";
import { FigureList } from "@/components/figures/figure-list";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { listBehind } from "@/lib/figures/list-behind";
import { figureListQuery } from "@/lib/figures/schema";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function Page({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const asked = figureListQuery.safeParse(await searchParams).data;
  if (!asked || !can(viewer, "screening:read")) notFound();
  return <FigureList asked={asked} {...(await listBehind({ ...asked, viewer }))} />;
}

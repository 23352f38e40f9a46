import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FiguresView } from "@/components/figures/figures-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { readFigures } from "@/lib/figures/read-figures";
import { figuresQuery } from "@/lib/figures/schema";
import { listPositionChoices } from "@/lib/position/list-position-choices";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("figures"))("title") };
}

export default async function Page({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) notFound();
  const asked = figuresQuery.safeParse(await searchParams).data ?? figuresQuery.parse({});
  const [figures, positions] = await Promise.all([readFigures({ ...asked, viewer }), listPositionChoices({ viewer })]);
  return <FiguresView asked={asked} figures={figures} positions={positions} />;
}

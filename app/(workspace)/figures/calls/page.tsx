import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CallList } from "@/components/figures/call-list";
import { listCalls } from "@/lib/ai/ledger";
import { modelCallsQuery } from "@/lib/ai/schema";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";

type PageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  return { title: (await getTranslations("figures"))("calls_title") };
}

export default async function Page({ searchParams }: PageProps) {
  const viewer = await requireViewer();
  const asked = modelCallsQuery.safeParse(await searchParams).data;
  if (!asked || !can(viewer, "settings:read")) notFound();
  return <CallList asked={asked} {...(await listCalls({ ...asked, viewer }))} />;
}

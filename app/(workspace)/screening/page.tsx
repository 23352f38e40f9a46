import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { BatchList } from "@/components/screening/batch-list";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { listBatches } from "@/lib/screening/list-batches";
import { batchesQuery } from "@/lib/screening/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("screening"))("title") };
}

export default async function ScreeningPage() {
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) notFound();
  const queryClient = new QueryClient();
  queryClient.setQueryData(batchesQuery().queryKey, await listBatches({ viewer }));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <BatchList canScreen={can(viewer, "screening:start")} />
    </HydrationBoundary>
  );
}

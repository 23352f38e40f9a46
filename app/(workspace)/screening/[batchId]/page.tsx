import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { BatchView } from "@/components/screening/batch-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findBatch } from "@/lib/screening/find-batch";
import { batchQuery } from "@/lib/screening/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("screening"))("title") };
}

export default async function BatchPage({ params }: { params: Promise<{ batchId: string }> }) {
  const { batchId } = await params;
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) notFound();
  const found = await findBatch({ batchId, viewer });
  if (!found) notFound();
  const queryClient = new QueryClient();
  queryClient.setQueryData(batchQuery(batchId).queryKey, found);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Suspense>
        <BatchView batchId={batchId} canScreen={can(viewer, "screening:start")} />
      </Suspense>
    </HydrationBoundary>
  );
}

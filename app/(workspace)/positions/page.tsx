import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { Suspense } from "react";
import { PositionList } from "@/components/position/position-list";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { listPositions } from "@/lib/position/list-positions";
import { positionsQuery } from "@/lib/position/queries";
import { positionState } from "@/lib/position/schema";

export async function generateMetadata() {
  return { title: (await getTranslations("positions"))("title") };
}

export default async function PositionsPage({ searchParams }: { searchParams: Promise<{ state?: unknown }> }) {
  const state = positionState.catch("open").parse((await searchParams).state);
  const viewer = await requireViewer();
  const queryClient = new QueryClient();
  queryClient.setQueryData(positionsQuery(state).queryKey, await listPositions({ viewer, state }));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Suspense>
        <PositionList canWrite={can(viewer, "position:write")} />
      </Suspense>
    </HydrationBoundary>
  );
}

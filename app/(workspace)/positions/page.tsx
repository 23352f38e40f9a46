import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { getTranslations } from "next-intl/server";
import { PositionList } from "@/components/position/position-list";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { listPositions } from "@/lib/position/list-positions";
import { positionsQuery } from "@/lib/position/queries";

export async function generateMetadata() {
  return { title: (await getTranslations("positions"))("title") };
}

export default async function PositionsPage() {
  const viewer = await requireViewer();
  const queryClient = new QueryClient();
  queryClient.setQueryData(positionsQuery().queryKey, await listPositions({ viewer }));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PositionList canWrite={can(viewer, "position:write")} />
    </HydrationBoundary>
  );
}

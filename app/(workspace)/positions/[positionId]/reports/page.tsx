import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { PositionReports } from "@/components/position/reports/position-reports";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findPosition } from "@/lib/position/find-position";
import { schedulesQuery } from "@/lib/report/queries";
import { listSchedules } from "@/lib/report/schedules/schedules";

export default async function Page({ params }: { params: Promise<{ positionId: string }> }) {
  const { positionId } = await params;
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) notFound();
  const position = await findPosition({ positionId, viewer });
  if (!position) notFound();
  const queryClient = new QueryClient();
  queryClient.setQueryData(schedulesQuery(positionId).queryKey, await listSchedules({ positionId, viewer }));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <PositionReports positionId={positionId} title={position.title} />
    </HydrationBoundary>
  );
}

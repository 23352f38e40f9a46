import { dehydrate, HydrationBoundary, QueryClient } from "@tanstack/react-query";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { BoardView } from "@/components/screening/board-view";
import { requireViewer } from "@/lib/auth/find-viewer";
import { can } from "@/lib/auth/permissions";
import { findPosition } from "@/lib/position/find-position";
import { findBoard } from "@/lib/screening/find-board";
import { listBatches } from "@/lib/screening/list-batches";
import { batchesQuery, boardQuery } from "@/lib/screening/queries";

/** More than any screen shows: thousands would make megabytes of page that has to be read before anything answers. */
const rowsInPage = 200;

type BoardPageProps = { params: Promise<{ positionId: string }> };

export async function generateMetadata({ params }: BoardPageProps) {
  const position = await findPosition({ ...(await params), viewer: await requireViewer() });
  return { title: position?.title };
}

export default async function BoardPage({ params }: BoardPageProps) {
  const { positionId } = await params;
  const viewer = await requireViewer();
  if (!can(viewer, "screening:read")) notFound();
  const board = await findBoard({ positionId, viewer, limit: rowsInPage });
  if (!board) notFound();

  const queryClient = new QueryClient();
  // Stale at once where rows are left out, so that the browser fetches the whole.
  const updatedAt = board.rows.length < board.total ? 1 : undefined;
  queryClient.setQueryData(boardQuery(positionId).queryKey, board, { updatedAt });
  queryClient.setQueryData(batchesQuery(positionId).queryKey, await listBatches({ positionId, viewer }));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Suspense>
        <BoardView
          canChangePosition={can(viewer, "position:write")}
          canDecide={can(viewer, "application:decide")}
          canScreen={can(viewer, "screening:start")}
          positionId={positionId}
        />
      </Suspense>
    </HydrationBoundary>
  );
}

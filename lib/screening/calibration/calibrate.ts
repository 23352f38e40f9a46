import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findBoard } from "@/lib/screening/find-board";
import type { BoardRow } from "@/lib/screening/schema";
import { compareOrder } from "./compare-order";
import type { Calibration } from "./schema";

type Calibrate = { positionId: string; applicationIds: string[]; viewer: Viewer };

/**
 * Holds the order a person gives some candidates against the board's. Nothing is stored.
 *
 * @throws not_found for a position the viewer may not see, bad_request for candidates who are not screened for it
 */
export async function calibrate({ positionId, applicationIds, viewer }: Calibrate): Promise<Calibration> {
  const board = await findBoard({ positionId, viewer });
  if (!board) throw new AppError("not_found", "position_not_found");
  const rows = new Map(board.rows.flatMap((row) => (isScreened(row) ? [[row.applicationId, row] as const] : [])));
  const ordered = [...new Set(applicationIds)].flatMap((id) => rows.get(id) ?? []);
  if (ordered.length !== applicationIds.length) throw new AppError("bad_request", "calibration_unscreened");
  return compareOrder(ordered, board.requirements);
}

type Screened = BoardRow & { run: NonNullable<BoardRow["run"]> };

function isScreened(row: BoardRow): row is Screened {
  return row.run !== null;
}

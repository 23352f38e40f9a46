import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findPosition } from "@/lib/position/find-position";
import { type PositionFile, positionFile } from "@/lib/position/position-file";

/** The newest version of a position as a file that an import takes. */
export async function exportPosition({ positionId, viewer }: { positionId: string; viewer: Viewer }) {
  const position = await findPosition({ positionId, viewer });
  if (!position) throw new AppError("not_found", "position_not_found");
  const { title, department, city, description, salaryMin, salaryMax, blind, requirements } = position;
  const file: PositionFile = positionFile.parse({
    ...{ format: "hireglass.position", version: 1 },
    ...{ title, department, city, description, salaryMin, salaryMax, blind },
    requirements: requirements.map(({ key: _, ...requirement }) => requirement),
  });
  return { fileName: `${title}.json`, text: `${JSON.stringify(file, null, 2)}\n` };
}

import "server-only";
import { randomUUID } from "node:crypto";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { fileProblems, positionFile } from "@/lib/position/position-file";
import { createPosition } from "@/lib/position/save-position";

/**
 * A new position from an exported file.
 *
 * @throws bad_request naming the first field that is wrong, and how many more are
 */
export async function importPosition({ file, viewer }: { file: unknown; viewer: Viewer }) {
  assertCan(viewer, "position:write");
  const checked = positionFile.safeParse(file);
  if (!checked.success) {
    const [first, ...more] = fileProblems(checked.error, file);
    const values = { field: first?.field ?? "file", row: first?.row ?? 0, problem: first?.problem ?? "format" };
    throw new AppError("bad_request", "position_file_invalid", { values: { ...values, more: more.length } });
  }
  const { format: _, version: __, requirements, ...content } = checked.data;
  return createPosition({
    ...content,
    viewer,
    requirements: requirements.map((requirement) => ({ ...requirement, key: randomUUID() })),
  });
}

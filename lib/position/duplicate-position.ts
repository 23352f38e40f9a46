import "server-only";
import { randomUUID } from "node:crypto";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findPosition } from "@/lib/position/find-position";
import { createPosition } from "@/lib/position/save-position";
import { positionContent } from "@/lib/position/schema";

/** `suffix` tells the copy by its title, in the person's language. */
type DuplicatePosition = { positionId: string; suffix: string; viewer: Viewer };

const longestTitle = 255;

/** A new position with the newest content of another, archived or not; its members and candidates stay behind. */
export async function duplicatePosition({ positionId, suffix, viewer }: DuplicatePosition) {
  assertCan(viewer, "position:write");
  const position = await findPosition({ positionId, viewer });
  if (!position) throw new AppError("not_found", "position_not_found");
  const { title, requirements, ...content } = positionContent.parse(position);
  return createPosition({
    ...content,
    blind: position.blind,
    viewer,
    title: title.slice(0, longestTitle - suffix.length) + suffix,
    requirements: requirements.map((requirement) => ({ ...requirement, key: randomUUID() })),
  });
}

import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError, type ErrorCode } from "@/lib/errors";
import { draftFromText } from "@/lib/position/draft/draft-from-text";
import type { DraftedPosition } from "@/lib/position/draft-schema";
import type { UnreadableReason } from "@/lib/resume/document";
import { parsePool } from "@/lib/resume/parse-pool";
import { QueueFullError } from "@/lib/resume/parsing/worker-pool";
import { largestFileBytes } from "@/lib/resume/schema";

type DraftPosition = { bytes: Uint8Array; fileName: string; viewer: Viewer };

/**
 * A position drafted from a job description, pasted (as a text file) or as a file; nothing is stored.
 *
 * @throws bad_request, too_large or unsupported_type with the reason when the file cannot be read
 */
export async function draftPosition({ bytes, fileName, viewer }: DraftPosition): Promise<DraftedPosition> {
  assertCan(viewer, "position:write");
  if (bytes.length > largestFileBytes) throw unreadable("too_large");
  const read = await parsePool()
    .read({ bytes, fileName })
    .catch((cause) => {
      if (!(cause instanceof QueueFullError)) throw cause;
      throw new AppError("unavailable", "too_many_uploads", { cause, retryAfterSeconds: 2 });
    });
  if (!read.ok) throw unreadable(read.reason);
  return draftFromText(read.document.text);
}

const codes: Partial<Record<UnreadableReason, ErrorCode>> = {
  too_large: "too_large",
  unsupported_type: "unsupported_type",
  internal: "internal",
};

function unreadable(reason: UnreadableReason) {
  return new AppError(codes[reason] ?? "bad_request", "description_unreadable", { values: { reason } });
}

import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError, type ErrorCode } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locale";
import { draftFromText } from "@/lib/position/draft/draft-from-text";
import type { DraftedPosition } from "@/lib/position/draft-schema";
import { draftWithModel } from "@/lib/position/draft-with-model";
import { QueueFullError } from "@/lib/process-pool";
import type { UnreadableReason } from "@/lib/resume/document";
import { parsePool } from "@/lib/resume/parse-pool";
import { cleanText } from "@/lib/resume/parsing/text/clean-text";
import { largestFileBytes } from "@/lib/resume/schema";

type DraftPosition = {
  bytes: Uint8Array;
  fileName: string;
  locale: Locale;
  viewer: Viewer;
  signal?: AbortSignal;
};

/**
 * A position drafted from a job description, pasted (as a text file) or as a file; nothing is stored.
 *
 * @throws bad_request, too_large or unsupported_type with the reason when the file cannot be read
 */
export async function draftPosition(input: DraftPosition): Promise<DraftedPosition> {
  const { bytes, fileName, locale, viewer, signal } = input;
  assertCan(viewer, "position:write");
  if (bytes.length > largestFileBytes) throw unreadable("too_large");
  const read = await parsePool()
    .read({ bytes, fileName })
    .catch((cause) => {
      if (!(cause instanceof QueueFullError)) throw cause;
      throw new AppError("unavailable", "too_many_uploads", { cause, retryAfterSeconds: 2 });
    });
  if (!read.ok) throw unreadable(read.reason);
  const built = draftFromText(cleanText(read.document.text));
  return draftWithModel({ built, organisationId: viewer.organisationId, locale, signal });
}

const codes: Partial<Record<UnreadableReason, ErrorCode>> = {
  too_large: "too_large",
  unsupported_type: "unsupported_type",
  internal: "internal",
};

function unreadable(reason: UnreadableReason) {
  return new AppError(codes[reason] ?? "bad_request", "description_unreadable", { values: { reason } });
}

import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { QueueFullError } from "@/lib/process-pool";
import { parseAtOnce } from "@/lib/resume/parse-at-once";
import type { TextSpan } from "@/lib/resume/profile";
import { toResumeSdk } from "./to-resumesdk";
import type { ParseTrial } from "./trial-schema";

type TryParse = { bytes: Uint8Array; fileName: string; viewer: Viewer };

/** What the service would answer for a file, with the places of what was found. Nothing is stored or counted. */
export async function tryParse({ bytes, fileName, viewer }: TryParse): Promise<ParseTrial> {
  assertCan(viewer, "resume:import");
  const parsedAt = new Date();
  const startedAt = performance.now();
  const parsed = await parseAtOnce({ bytes, fileName, asOf: parsedAt.toISOString().slice(0, 10) }).catch((error) => {
    if (error instanceof QueueFullError) throw new AppError("unavailable", "parser_busy", { cause: error });
    throw error;
  });
  if (!parsed.ok) return { outcome: "unreadable", reason: parsed.reason };
  return {
    outcome: "read",
    milliseconds: Math.round(performance.now() - startedAt),
    document: parsed.document,
    spans: apart(spansOf([parsed.profile, parsed.sensitive])),
    result: toResumeSdk({ ...parsed, fileName, parsedAt, withSocialExperience: true }),
  };
}

/** In order, of those that overlap the first: two values often stand in the same words. */
function apart(spans: TextSpan[]): TextSpan[] {
  const kept: TextSpan[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || b.end - a.end))
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  return kept;
}

/** A whole description is no value to be pointed at. */
const longestMarked = 200;

function spansOf(value: unknown): TextSpan[] {
  if (typeof value !== "object" || value === null) return [];
  if ("spans" in value && Array.isArray(value.spans)) {
    const spans = value.spans as TextSpan[];
    return spans.filter(({ start, end }) => end - start <= longestMarked);
  }
  return Object.values(value).flatMap(spansOf);
}

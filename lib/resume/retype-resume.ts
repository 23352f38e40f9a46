import "server-only";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { getFailedResume } from "@/lib/resume/get-failed-resume";
import { parsePool } from "@/lib/resume/parse-pool";
import { saveReading, typedFileName } from "@/lib/resume/read-resume";

type RetypeResume = { resumeId: string; text: string; viewer: Viewer };

/**
 * Reads a resume from a text that somebody typed or pasted, where the file gives none. The file stays as it came and
 * what it is; the text says of itself that it was typed.
 */
export async function retypeResume({ resumeId, text, viewer }: RetypeResume): Promise<{ isRead: boolean }> {
  const { organisationId } = viewer;
  const { fileName, fileKind, asOf } = await getFailedResume({ resumeId, viewer });
  const bytes = Buffer.from(text);
  const parsed = await parsePool().parse({ bytes, fileName: typedFileName(fileName), asOf });
  if (!parsed.ok) throw new AppError("bad_request", "typed_text_unreadable", { cause: parsed.reason });
  const db = scopedDb(organisationId);
  await saveReading(db, { organisationId, resumeId, ...parsed, retypedKind: fileKind ?? "" });
  await recordAudit(db, { viewer, action: "resume.retyped", subjectType: "resume", subjectId: resumeId });
  return { isRead: true };
}

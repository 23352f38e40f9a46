import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { getResumeFile } from "@/lib/resume/get-resume-file";
import { isImageKind } from "@/lib/resume/kinds";
import { ocrPool } from "@/lib/resume/ocr-pool";

type DrawPage = { resumeId: string; page: number; viewer: Viewer };

/**
 * One page of an image as PNG, drawn anew for each look, by the processes that read scans: what a hostile file does to
 * a decoder it does there.
 *
 * @throws not_found also for a file that is no image, or has no such page
 */
export async function drawPage({ resumeId, page, viewer }: DrawPage) {
  const { bytes, fileName, fileKind } = await getResumeFile({ resumeId, viewer });
  if (!isImageKind(fileKind)) throw new AppError("not_found", "resume_not_found");
  const drawn = await ocrPool().draw({ bytes, fileName, page });
  if (!drawn.ok) throw new AppError("not_found", "resume_not_found", { cause: drawn.reason });
  return { bytes: drawn.png, fileName: `${fileName}.${page + 1}.png` };
}

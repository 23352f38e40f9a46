import { assembleScan, readScannedPage } from "@/lib/resume/ocr-resume";
import { readResume } from "@/lib/resume/read-resume";

/** Reads a stored file to its end, as the jobs would: a scan page by page. */
export async function readFile(resume: { organisationId: string; resumeId: string }) {
  const { outcome, scannedPages = [] } = await readResume(resume);
  if (scannedPages.length === 0) return { outcome };
  for (const page of scannedPages) await readScannedPage({ ...resume, page });
  return assembleScan(resume);
}

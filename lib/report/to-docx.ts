import "server-only";
import type { ReportContent } from "@/lib/report/blocks";

/** A report as a Word file. What writes it is loaded with the first one: it takes megabytes of a server's memory. */
export async function toDocx(content: ReportContent): Promise<Buffer> {
  const { writeDocx } = await import("@/lib/report/write-docx");
  return writeDocx(content);
}

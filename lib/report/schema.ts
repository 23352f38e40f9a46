import { z } from "zod";
import { archiveFormats, mostArchived } from "@/lib/report/kinds";

/** A ZIP with a report on each of these candidates, or on everybody screened for the position, the best first. */
export const archiveInput = z.object({
  format: z.enum(archiveFormats),
  applicationIds: z.array(z.uuid()).min(1).max(mostArchived).optional(),
});
export type ArchiveInput = z.infer<typeof archiveInput>;

const application = z.uuid();
const position = z.uuid();

export const requestReportInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("candidate"), subjectId: application }),
  z.object({ kind: z.literal("dossier"), subjectId: application }),
  z.object({ kind: z.literal("interview"), subjectId: z.uuid() }),
  z.object({ kind: z.literal("position"), subjectId: position }),
  z.object({ kind: z.literal("shortlist"), subjectId: position }),
  archiveInput.extend({ kind: z.literal("archive"), subjectId: position }),
]);
export type RequestReportInput = z.infer<typeof requestReportInput>;

export const requestedReport = z.object({ id: z.uuid() });

export const reportView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(["pending", "running", "completed", "failed", "cancelled"]),
  /** 0 to 100. */
  progress: z.int(),
});
export type ReportView = z.infer<typeof reportView>;

import { z } from "zod";

export const requestReportInput = z.object({
  kind: z.enum(["candidate", "shortlist"]),
  /** The application, or the position. */
  subjectId: z.uuid(),
});
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

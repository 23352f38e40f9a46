import { z } from "zod";

export const requestSampleDataInput = z.object({
  /** Another number, other people. */
  seed: z.int().min(1).max(1_000_000).optional(),
});

export const requestedSampleData = z.object({ batchId: z.uuid(), total: z.int() });

/** Whether made-up data is here, and how much would be removed with it. */
export const sampleDataView = z.object({
  state: z.enum(["none", "running", "completed", "failed"]),
  resumes: z.int(),
  positions: z.int(),
  applications: z.int(),
  decisions: z.int(),
});
export type SampleDataView = z.infer<typeof sampleDataView>;

export const removedSampleData = z.object({ resumes: z.int(), positions: z.int() });

import { z } from "zod";
import { jobActions, jobStates } from "./kinds";

export const jobView = z.object({
  id: z.string(),
  /** What it does: `read-resume`. */
  name: z.string(),
  state: z.enum(jobStates),
  createdAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
  stepsDone: z.int(),
  /** Failed tries of what it is at. */
  retries: z.int(),
  /** The kind of error it ended with; never its text, which may quote a resume. */
  error: z.string().nullable(),
  /** What can be done about it here. */
  actions: z.array(z.enum(jobActions)),
  /** Where what it is about can be seen; null where that is nowhere. */
  link: z.string().nullable(),
});
export type JobView = z.infer<typeof jobView>;

export const jobList = z.object({
  jobs: z.array(jobView),
  counts: z.object({ running: z.int(), waiting: z.int(), failed: z.int() }),
});
export type JobList = z.infer<typeof jobList>;

export const listJobsQuery = z.object({
  state: z.enum(jobStates).default("running"),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const changeJobInput = z.object({ action: z.enum(jobActions) });

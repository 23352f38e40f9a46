import { z } from "zod";

export const rereading = z.object({
  /** Resumes that were read. */
  total: z.int(),
  /** Of these by an older reader. */
  outdated: z.int(),
  /** To be read again, by which reader ever they were read. */
  waiting: z.int(),
  /** Could not be read again; what was read before stands. */
  failed: z.int(),
});
export type Rereading = z.infer<typeof rereading>;

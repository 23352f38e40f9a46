import { z } from "zod";

export const assignResumesInput = z.object({ resumeIds: z.array(z.uuid()).min(1).max(1000) });

/** How many candidates are on the position now because of it, were put there before, or could not be. */
export const assignment = z.object({
  assigned: z.int(),
  already: z.int(),
  skipped: z.int(),
  applicationIds: z.array(z.uuid()),
  /** Those of the first: what undoing takes off the position again. */
  assignedIds: z.array(z.uuid()),
});
export type Assignment = z.infer<typeof assignment>;

export const undoAssignmentInput = z.object({ applicationIds: z.array(z.uuid()).min(1).max(1000) });

/** How many candidates were taken off again, and how many stay because something has happened with them since. */
export const undoneAssignment = z.object({ undone: z.int(), kept: z.int() });
export type UndoneAssignment = z.infer<typeof undoneAssignment>;

/** A candidate on a position, as the position's page lists them. */
export const applicationListItem = z.object({
  id: z.uuid(),
  resumeId: z.uuid(),
  candidateName: z.string().nullable(),
  fileName: z.string(),
  currentTitle: z.string().nullable(),
  isSample: z.boolean(),
  stage: z.string(),
  score: z.number().nullable(),
  /** Null when only a screening brought the candidate here. */
  assignedAt: z.iso.datetime().nullable(),
});
export type ApplicationListItem = z.infer<typeof applicationListItem>;

import { z } from "zod";
import { longestValue } from "./paths";

export const correctionInput = z.object({
  path: z.string().max(80),
  value: z.string().trim().min(1).max(longestValue),
});
export type CorrectionInput = z.infer<typeof correctionInput>;

/** A corrected or confirmed value as the page shows it. */
export const shownCorrection = z.object({
  id: z.uuid(),
  /** Where it stands in the profile beside it. */
  path: z.string(),
  /** What the parser reads there; null where it finds nothing. */
  readValue: z.string().nullable(),
  value: z.string(),
  /** Null when the account is gone. */
  by: z.string().nullable(),
  at: z.iso.datetime(),
});
export type ShownCorrection = z.infer<typeof shownCorrection>;

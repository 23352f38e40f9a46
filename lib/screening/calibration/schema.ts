import { z } from "zod";
import { boardMark } from "@/lib/screening/schema";

export const mostCalibrated = 10;

/** Candidates as a person orders them, the best first. */
export const calibrationInput = z.object({ applicationIds: z.array(z.uuid()).min(3).max(mostCalibrated) });

const compared = z.object({ applicationId: z.uuid(), name: z.string(), rank: z.int(), mark: boardMark.nullable() });

/** Two candidates whom the engine has the other way round, with the requirement that does most for it. */
export const disagreement = z.object({
  /** Whom the person puts first. */
  preferred: compared,
  other: compared,
  /** Null where the requirements do not tell: the order comes from what the views see beside them. */
  requirement: z.object({ key: z.uuid(), text: z.string(), weight: z.int() }).nullable(),
});

export const calibration = z.object({
  /** Kendall's τ-b, −1 to 1; null when the engine tells none of them apart. */
  tau: z.number().nullable(),
  pairs: z.int(),
  agreeing: z.int(),
  disagreements: z.array(disagreement),
  /** How many disagreements each requirement does most for, the most first. */
  requirements: z.array(z.object({ key: z.uuid(), text: z.string(), weight: z.int(), count: z.int() })),
});
export type Calibration = z.infer<typeof calibration>;
export type Disagreement = z.infer<typeof disagreement>;

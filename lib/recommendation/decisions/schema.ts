import { z } from "zod";
import { recommendationLevels } from "@/lib/recommendation/kinds";
import { recommendationView } from "@/lib/recommendation/schema";
import { recordedOutcomes, rejectionReasons } from "@/lib/screening/kinds";
import { applicationDetail, applicationStage } from "@/lib/screening/schema";

/** What was on the screen. Recommendations of engines before, and decisions from before they were kept, have less. */
const snapshot = z.object({
  position: applicationDetail.shape.position,
  requirements: applicationDetail.shape.requirements,
  run: applicationDetail.shape.run,
  stage: applicationStage,
  recommendation: recommendationView.omit({ before: true, moved: true }).nullish(),
});

export const decisionRecord = z.object({
  id: z.uuid(),
  applicationId: z.uuid(),
  candidateName: z.string().nullable(),
  outcome: z.enum(recordedOutcomes),
  reason: z.string(),
  reasonCode: z.enum(rejectionReasons).nullable(),
  decidedBy: z.string(),
  stageBefore: applicationStage,
  stageAfter: applicationStage,
  createdAt: z.iso.datetime(),
  /** Taken back a moment later. */
  revokedAt: z.iso.datetime().nullable(),
  snapshot,
  snapshotHash: z.string(),
  /** The snapshot is still what the hash was made of. */
  isIntact: z.boolean(),
});
export type DecisionRecord = z.infer<typeof decisionRecord>;

/** Whether what people chose is what was recommended: by month, and in all. */
const agreementLine = z.object({ agreed: z.int(), differed: z.int() });
export const agreementMonth = agreementLine.extend({ month: z.string() });
export const agreement = z.object({
  months: agreementMonth.array(),
  total: agreementLine,
  byLevel: z.array(agreementLine.extend({ level: z.enum(recommendationLevels) })),
  /** Decisions without a recommendation on the screen, or to hold: they count nowhere. */
  uncounted: z.int(),
});
export type Agreement = z.infer<typeof agreement>;

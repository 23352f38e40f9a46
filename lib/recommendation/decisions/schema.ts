import { z } from "zod";
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

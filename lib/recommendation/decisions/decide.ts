import "server-only";
import type { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { findRecommendation } from "@/lib/recommendation/make-recommendation";
import { decide } from "@/lib/screening/decide";
import type { decideInput } from "@/lib/screening/schema";

type Decide = z.infer<typeof decideInput> & { applicationId: string; viewer: Viewer };

/**
 * Records a decision, with the recommendation that was on the screen in its snapshot.
 *
 * @throws conflict when a newer recommendation was made since the page was opened
 */
export async function decideOnApplication({ recommendationId = null, ...input }: Decide) {
  assertCan(input.viewer, "application:decide");
  if (!recommendationId) return decide(input);
  const shown = await findRecommendation({ applicationId: input.applicationId, viewer: input.viewer });
  if (shown?.id !== recommendationId) throw new AppError("conflict", "result_changed");
  const { moved: _, before: __, ...kept } = shown;
  return decide({ ...input, recommendation: { ...kept, level: shown.result.level } });
}

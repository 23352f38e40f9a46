import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockInterview } from "@/lib/interview/get-interview";
import type { SavePlanInput } from "@/lib/interview/page-schema";
import { interviewPlan } from "@/lib/interview/schema";

type SavePlan = SavePlanInput & { interviewId: string; viewer: Viewer };

/**
 * A plan as a person arranged it. It may still change while the interview is live.
 *
 * @throws conflict when somebody has saved another one since, or the interview is over
 */
export async function savePlan({ interviewId, sections, baseVersion, viewer }: SavePlan) {
  assertCan(viewer, "interview:hold");
  return scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const interview = await lockInterview(tx, { interviewId, viewer });
    if (interview.state === "completed") throw new AppError("conflict", "interview_over");
    if (interview.planVersion !== baseVersion) throw new AppError("conflict", "plan_changed");
    const { engine, interestPoints } = interviewPlan.parse(interview.plan);
    return tx.interview.update({
      where: { id: interviewId },
      data: {
        plan: { sections, interestPoints, engine },
        planVersion: { increment: 1 },
        revision: { increment: 1 },
      },
      select: { planVersion: true },
    });
  });
}

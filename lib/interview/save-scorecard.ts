import "server-only";
import type { z } from "zod";
import { tellSourcesChanged } from "@/lib/application/tell-sources-changed";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { lockInterview } from "@/lib/interview/get-interview";
import type { saveScorecardInput } from "@/lib/interview/page-schema";

type SaveScorecard = z.infer<typeof saveScorecardInput> & { interviewId: string; viewer: Viewer };

/**
 * One interviewer's own ratings. Until they are submitted nobody else sees them, and from then on they stand.
 *
 * @throws conflict when they were submitted before, or the interview is still to be held
 */
export async function saveScorecard({ interviewId, isSubmitted, viewer, ...scorecard }: SaveScorecard) {
  assertCan(viewer, "interview:hold");
  const { organisationId, userId } = viewer;
  await scopedDb(organisationId).$transaction(async (tx) => {
    const { state, applicationId } = await lockInterview(tx, { interviewId, viewer });
    if (state !== "live" && state !== "completed") throw new AppError("conflict", "interview_not_live");
    await tx.interviewParticipant.createMany({ data: [{ organisationId, interviewId, userId }], skipDuplicates: true });
    const { count } = await tx.interviewParticipant.updateMany({
      where: { interviewId, userId, submittedAt: null },
      data: { scorecard, ...(isSubmitted && { submittedAt: new Date() }) },
    });
    if (count === 0) throw new AppError("conflict", "scorecard_submitted");
    if (!isSubmitted) return;
    await tx.interview.update({ where: { id: interviewId }, data: { revision: { increment: 1 } } });
    await tellSourcesChanged(tx, { organisationId, applicationIds: [applicationId] });
    await recordAudit(tx, {
      ...{ viewer, action: "interview.scorecard_submitted", subjectType: "interview", subjectId: interviewId },
    });
  });
}

import "server-only";
import { tellSourcesChanged } from "@/lib/application/tell-sources-changed";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { reportInterview } from "@/lib/interview/engine/report-interview";
import { lockInterview } from "@/lib/interview/get-interview";
import { loadTurns } from "@/lib/interview/load-live";
import { loadSubject } from "@/lib/interview/load-subject";
import type { InterviewReport } from "@/lib/interview/schema";
import { tellWebhooks } from "@/lib/webhook/tell-webhooks";

type FinishInterview = { interviewId: string; reportNotes?: string; viewer: Viewer };

/**
 * Ends an interview and makes its report. Done again, the report is made anew from what was said. Of practice there is
 * none.
 *
 * @throws conflict before the beginning, and when nothing was asked
 */
export async function finishInterview({ interviewId, reportNotes, viewer }: FinishInterview) {
  assertCan(viewer, "interview:hold");
  return scopedDb(viewer.organisationId).$transaction(async (tx): Promise<InterviewReport | null> => {
    const interview = await lockInterview(tx, { interviewId, viewer });
    if (interview.state === "planned" || interview.state === "abandoned")
      throw new AppError("conflict", "interview_not_live");
    const turns = await loadTurns(tx, interviewId);
    if (turns.length === 0) throw new AppError("conflict", "nothing_asked");
    const subject = await loadSubject(interviewId, viewer);
    if (!subject) throw new AppError("conflict", "nothing_to_assign");
    const report = interview.isPractice ? null : reportInterview(subject, turns);
    await tx.interview.update({
      where: { id: interviewId },
      data: {
        ...(report && { report }),
        ...(reportNotes !== undefined && { reportNotes }),
        state: "completed",
        finishedAt: interview.finishedAt ?? new Date(),
        revision: { increment: 1 },
      },
    });
    if (report) {
      const { organisationId } = viewer;
      const { applicationId } = interview;
      await tellSourcesChanged(tx, { organisationId, applicationIds: [applicationId] });
      await tellWebhooks(tx, { organisationId, type: "interview.finished", data: { interviewId, applicationId } });
    }
    await recordAudit(tx, { viewer, action: "interview.finished", subjectType: "interview", subjectId: interviewId });
    return report;
  });
}

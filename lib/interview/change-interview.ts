import "server-only";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { setParticipants } from "@/lib/interview/create-interview";
import { lockInterview } from "@/lib/interview/get-interview";
import { planBuiltIn } from "@/lib/interview/make-plan";
import type { ChangeInterviewInput } from "@/lib/interview/page-schema";

type ChangeInterview = ChangeInterviewInput & { interviewId: string; viewer: Viewer };

/** Before an interview begins everything may change; its plan is made anew when language, level or length do. */
export async function changeInterview({ interviewId, participantIds, viewer, ...input }: ChangeInterview) {
  assertCan(viewer, "interview:hold");
  const { scheduledAt, language, level, minutes, reportNotes } = input;
  const isOtherPlan = language !== undefined || level !== undefined || minutes !== undefined;
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { state } = await lockInterview(tx, { interviewId, viewer });
    if (isOtherPlan && state !== "planned") throw new AppError("conflict", "interview_begun");
    const data = {
      ...{ language, level, minutes, reportNotes },
      scheduledAt: scheduledAt === undefined ? undefined : scheduledAt && new Date(scheduledAt),
      revision: { increment: 1 },
    };
    await tx.interview.update({ where: { id: interviewId }, data });
    if (participantIds) await setParticipants(tx, { interviewId, userIds: participantIds, viewer });
  });
  if (isOtherPlan) await planBuiltIn({ interviewId, viewer });
}

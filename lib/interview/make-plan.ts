import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { planInterview } from "@/lib/interview/engine/plan-interview";
import { getInterview } from "@/lib/interview/get-interview";
import { loadSubject } from "@/lib/interview/load-subject";
import type { InterviewPlan } from "@/lib/interview/schema";

/** Plans by the built-in engine, in the place of whatever plan there is. */
export async function planBuiltIn({ interviewId, viewer }: { interviewId: string; viewer: Viewer }) {
  const { minutes, state } = await getInterview({ interviewId, viewer });
  if (state !== "planned") throw new AppError("conflict", "interview_begun");
  const subject = await loadSubject(interviewId, viewer);
  if (!subject) throw new AppError("conflict", "nothing_to_assign");
  return storePlan(interviewId, viewer, planInterview(subject, { minutes }));
}

export async function storePlan(interviewId: string, viewer: Viewer, plan: InterviewPlan) {
  const { planVersion } = await scopedDb(viewer.organisationId).interview.update({
    where: { id: interviewId },
    data: { plan, planVersion: { increment: 1 } },
    select: { planVersion: true },
  });
  return { planVersion };
}

import "server-only";
import type { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan, visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { mentionableUsers } from "@/lib/comment/visible-comments";
import { Prisma, scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { planBuiltIn } from "@/lib/interview/make-plan";
import type { createInterviewInput } from "@/lib/interview/page-schema";
import { applyTemplate } from "@/lib/interview/templates";

type CreateInterview = z.infer<typeof createInterviewInput> & {
  viewer: Viewer;
  /** What a compatible service's client calls the position. */
  jobConfig?: { title: string; description: string; requirements: unknown };
};

/** An interview with its plan, and the viewer as its first interviewer. */
export async function createInterview({ viewer, templateId, participantIds, jobConfig, ...input }: CreateInterview) {
  assertCan(viewer, "interview:hold");
  const { organisationId, userId } = viewer;
  const { applicationId, scheduledAt, ...settings } = input;
  const db = scopedDb(organisationId);
  const { id } = await db.$transaction(async (tx) => {
    const application = await tx.application.findFirst({
      where: { id: applicationId, ...visibleApplications(viewer) },
      select: { id: true, resumeId: true, resume: { select: { state: true } } },
    });
    if (!application) throw new AppError("not_found", "application_not_found");
    if (application.resume.state !== "COMPLETED") throw new AppError("conflict", "nothing_to_assign");
    const held = await tx.interview.count({ where: { applicationId, isPractice: false } });
    const interview = await tx.interview.create({
      data: {
        ...{ organisationId, applicationId, resumeId: application.resumeId, ...settings, createdById: userId },
        round: settings.isPractice ? 1 : held + 1,
        interviewerName: viewer.name,
        scheduledAt: scheduledAt && new Date(scheduledAt),
        ...(jobConfig && { jobConfig: JSON.parse(JSON.stringify(jobConfig)) }),
      },
      select: { id: true },
    });
    await setParticipants(tx, { interviewId: interview.id, userIds: [userId, ...participantIds], viewer });
    const audited = { subjectType: "interview", subjectId: interview.id };
    await recordAudit(tx, { viewer, action: "interview.created", ...audited, details: { applicationId } });
    return interview;
  });
  await (templateId
    ? applyTemplate({ interviewId: id, templateId, viewer })
    : planBuiltIn({ interviewId: id, viewer }));
  return { id };
}

type SetParticipants = { interviewId: string; userIds: string[]; viewer: Viewer };

/**
 * Who interviews. Whoever has written something stays.
 *
 * @throws bad_request for somebody who does not see the candidate
 */
export async function setParticipants(tx: Transaction, { interviewId, userIds, viewer }: SetParticipants) {
  const { organisationId } = viewer;
  const { applicationId, resumeId } = await tx.interview.findUniqueOrThrow({
    where: { id: interviewId },
    select: { applicationId: true, resumeId: true },
  });
  const wanted = [...new Set(userIds)];
  const others = wanted.filter((id) => id !== viewer.userId);
  const allowed = await tx.user.count({
    where: { ...mentionableUsers({ resumeId, applicationId, viewer }), id: { in: others } },
  });
  if (allowed !== others.length) throw new AppError("bad_request", "interviewer_not_allowed");
  await tx.interviewParticipant.deleteMany({
    where: {
      interviewId,
      userId: { notIn: wanted },
      notes: "",
      submittedAt: null,
      scorecard: { equals: Prisma.DbNull },
    },
  });
  await tx.interviewParticipant.createMany({
    data: wanted.map((userId) => ({ organisationId, interviewId, userId })),
    skipDuplicates: true,
  });
}

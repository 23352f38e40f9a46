import "server-only";
import type { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { removeAudioFiles } from "@/lib/interview/audio";
import { lockInterview } from "@/lib/interview/get-interview";
import type { consent, startInterviewInput } from "@/lib/interview/page-schema";
import { readOrganisationSettings } from "@/lib/organisation/settings";

type OfInterview = { interviewId: string; viewer: Viewer };
type Start = OfInterview & z.input<typeof startInterviewInput>;

/** Begins an interview, with how the candidate agreed to being listened to on record. Begun twice, it stays as it is. */
export async function startInterview({ interviewId, viewer, consent: way, keepsAudio: isAgreed = false }: Start) {
  assertCan(viewer, "interview:hold");
  const { keepsInterviewAudio } = await readOrganisationSettings(viewer.organisationId);
  const keepsAudio = isAgreed && keepsInterviewAudio && way !== "none";
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { state } = await lockInterview(tx, { interviewId, viewer });
    if (state === "live") return;
    if (state !== "planned") throw new AppError("conflict", "interview_over");
    const now = new Date();
    const agreed: z.infer<typeof consent> = { way, keepsAudio, askedBy: viewer.name, at: now.toISOString() };
    const data = { state: "live", startedAt: now, consent: agreed, revision: { increment: 1 } };
    await tx.interview.update({ where: { id: interviewId }, data });
    const audited = { action: "interview.started", subjectType: "interview", subjectId: interviewId };
    await recordAudit(tx, { viewer, ...audited, details: { consent: way, keepsAudio } });
  });
}

/** Gives an interview up. What was said in it stays. */
export async function abandonInterview({ interviewId, viewer }: OfInterview) {
  assertCan(viewer, "interview:hold");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    const { state } = await lockInterview(tx, { interviewId, viewer });
    if (state === "completed") throw new AppError("conflict", "interview_over");
    const data = { state: "abandoned", finishedAt: new Date(), revision: { increment: 1 } };
    await tx.interview.update({ where: { id: interviewId }, data });
    await recordAudit(tx, { viewer, action: "interview.abandoned", subjectType: "interview", subjectId: interviewId });
  });
}

/** Deletes an interview with all that was said in it, for good. */
export async function deleteInterview({ interviewId, viewer }: OfInterview) {
  assertCan(viewer, "interview:delete");
  await scopedDb(viewer.organisationId).$transaction(async (tx) => {
    await lockInterview(tx, { interviewId, viewer });
    await recordAudit(tx, { viewer, action: "interview.deleted", subjectType: "interview", subjectId: interviewId });
    await tx.interview.delete({ where: { id: interviewId } });
  });
  await removeAudioFiles([interviewId]);
}

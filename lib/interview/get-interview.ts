import "server-only";
import { assertCan, visibleInterviews } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

type OfInterview = { interviewId: string; viewer: Viewer };

/** @throws not_found for an interview that is not the viewer's to see */
export async function getInterview({ interviewId, viewer }: OfInterview, tx?: Transaction) {
  assertCan(viewer, "interview:read");
  const interview = await (tx ?? scopedDb(viewer.organisationId)).interview.findFirst({
    where: { id: interviewId, ...visibleInterviews(viewer) },
  });
  if (!interview) throw new AppError("not_found", "interview_not_found");
  return interview;
}

/** The interview with its row held until the transaction ends: changes come one after the other. */
export async function lockInterview(tx: Transaction, { interviewId, viewer }: OfInterview) {
  await tx.$queryRaw`
    select from interview where id = ${interviewId}::uuid and organisation_id = ${viewer.organisationId}::uuid for update`;
  return getInterview({ interviewId, viewer }, tx);
}

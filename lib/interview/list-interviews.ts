import "server-only";
import { assertCan, visibleInterviews } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import type { InterviewListItem } from "@/lib/interview/page-schema";
import { interviewListSelect, toInterviewListItem } from "@/lib/interview/view";
import { blindName, findBlindings } from "@/lib/resume/blind/blindings";
import { findUserNames } from "@/lib/resume/find-user-names";

type ListInterviews = { resumeId?: string; positionId?: string; isPractice?: boolean; viewer: Viewer };

/** A page draws them all; older ones are found by their candidate or position. */
const most = 500;

/** Newest first. Practice stands in a list of its own, and is seen by who practised. */
export async function listInterviews(asked: ListInterviews): Promise<InterviewListItem[]> {
  const { resumeId, positionId, isPractice = false, viewer } = asked;
  assertCan(viewer, "interview:read");
  const rows = await scopedDb(viewer.organisationId).interview.findMany({
    where: {
      isPractice,
      ...(isPractice && { createdById: viewer.userId }),
      ...(resumeId && { resumeId }),
      AND: [visibleInterviews(viewer), positionId ? { application: { positionId } } : {}],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: most,
    select: interviewListSelect,
  });
  return showInterviews(rows, viewer);
}

type Rows = Parameters<typeof toInterviewListItem>[0][];

/** With the names of interviewers and, where the viewer may see it, of the candidate. */
export async function showInterviews(rows: Rows, viewer: Viewer): Promise<InterviewListItem[]> {
  const { organisationId } = viewer;
  const resumeIds = [...new Set(rows.map(({ resumeId }) => resumeId))];
  const [names, blindings, resumes] = await Promise.all([
    findUserNames(
      organisationId,
      rows.flatMap(({ participants }) => participants.map(({ userId }) => userId)),
    ),
    findBlindings(viewer, resumeIds),
    scopedDb(organisationId).resume.findMany({
      where: { id: { in: resumeIds } },
      select: { id: true, candidateName: true, fileName: true },
    }),
  ]);
  const candidates = new Map(resumes.map((resume) => [resume.id, resume.candidateName ?? resume.fileName]));
  return rows.map((row) => {
    const blinding = blindings.get(row.resumeId);
    const candidateName = blinding ? blindName(blinding) : (candidates.get(row.resumeId) ?? null);
    return toInterviewListItem(row, { names, candidateName });
  });
}

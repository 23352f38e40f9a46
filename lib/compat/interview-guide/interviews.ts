import "server-only";
import { can, visibleInterviews } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { interviewReport } from "@/lib/interview/schema";
import { reviewedResumes } from "./find-resume";
import { localTime } from "./wire";

/** Interviews that were planned or held with the person; practice with the system is none. */
export async function listInterviews(resumeId: string, viewer: Viewer) {
  if (!can(viewer, "interview:read")) return [];
  const rows = await scopedDb(viewer.organisationId).interview.findMany({
    where: { resumeId, isPractice: false, ...visibleInterviews(viewer) },
    orderBy: { number: "desc" },
    select: {
      ...{ id: true, number: true, state: true, report: true, createdAt: true, finishedAt: true },
      _count: { select: { turns: true } },
    },
  });
  return rows.map(({ id: sessionId, number: id, state, report, createdAt, finishedAt, _count }) => {
    const score = report === null ? null : (interviewReport.safeParse(report).data?.score?.value ?? null);
    return {
      ...{ id, sessionId, totalQuestions: _count.turns, status: toStatus(state, report !== null) },
      ...{ evaluateStatus: report === null ? null : ("COMPLETED" as const), evaluateError: null },
      overallScore: score === null ? null : Math.round(score),
      ...{ createdAt: localTime(createdAt), completedAt: finishedAt && localTime(finishedAt) },
    };
  });
}

/** Of all resumes of this service, by the resume's id. */
export async function countInterviews(viewer: Viewer): Promise<Map<string, number>> {
  const ofResumes = { application: { resume: reviewedResumes(viewer) } };
  const counts = await scopedDb(viewer.organisationId).interview.groupBy({
    by: ["resumeId"],
    where: { isPractice: false, AND: [visibleInterviews(viewer), ofResumes] },
    _count: true,
  });
  return new Map(counts.map(({ resumeId, _count }) => [resumeId, _count]));
}

/** One that was given up is over, for want of a word of its own there. */
function toStatus(state: string, isEvaluated: boolean): "CREATED" | "IN_PROGRESS" | "EVALUATED" | "COMPLETED" {
  if (state === "planned") return "CREATED";
  if (state === "live") return "IN_PROGRESS";
  return isEvaluated ? "EVALUATED" : "COMPLETED";
}

import "server-only";
import { scopedDb } from "@/lib/db";
import { blindName, findBlindings } from "@/lib/resume/blind/blindings";
import * as answers from "./answers";
import { reviewedResumes } from "./find-resume";
import { countInterviews } from "./interviews";
import { operation } from "./operation";
import { storageOf } from "./stored-file";
import { localTime, toError, toStatus } from "./wire";

type Standing = {
  resumeId: string;
  state: Parameters<typeof toStatus>[0];
  failureReason: string | null;
  score: number | null;
  analyzedAt: Date | null;
};

/** All of them, the newest first. */
export const listResumes = operation(
  { permission: "screening:read", data: answers.list },
  async ({ viewer, request }) => {
    const { organisationId } = viewer;
    const db = scopedDb(organisationId);
    const rows = await db.resume.findMany({
      where: reviewedResumes(viewer),
      orderBy: { number: "desc" },
      select: { id: true, number: true, fileName: true, fileSize: true, receivedAt: true, accessCount: true },
    });
    const ids = rows.map(({ id }) => id);
    const standings = await db.$queryRaw<Standing[]>`
    select resume_id as "resumeId",
      (array_agg(state::text order by number desc))[1] as state,
      (array_agg(failure_reason order by number desc))[1] as "failureReason",
      (array_agg(score order by number desc) filter (where state = 'completed'))[1] as score,
      (array_agg(finished_at order by number desc) filter (where state = 'completed'))[1] as "analyzedAt"
    from resume_review where organisation_id = ${organisationId}::uuid and resume_id = any(${ids}::uuid[])
    group by resume_id`;
    const standingOf = new Map(standings.map((standing) => [standing.resumeId, standing]));
    const interviews = await countInterviews(viewer);
    const blindings = await findBlindings(viewer, ids);
    const items = rows.map((row) => {
      const standing = standingOf.get(row.id) ?? {
        state: "pending",
        failureReason: null,
        score: null,
        analyzedAt: null,
      };
      const { score, analyzedAt } = standing;
      const blinding = blindings.get(row.id);
      return {
        ...{ id: row.number, filename: blinding ? blindName(blinding) : row.fileName, fileSize: row.fileSize },
        ...{ uploadedAt: localTime(row.receivedAt), accessCount: row.accessCount },
        interviewCount: interviews.get(row.id) ?? 0,
        ...{ analyzeStatus: toStatus(standing.state), analyzeError: toError(standing) },
        storageUrl: storageOf(row, { request, isHidden: blinding !== undefined }).fileUrl,
        // Without an analysis both are missing: the client would draw a null as a score.
        ...(score !== null && { latestScore: score }),
        ...(analyzedAt && { lastAnalyzedAt: localTime(analyzedAt) }),
      };
    });
    return { data: items };
  },
);

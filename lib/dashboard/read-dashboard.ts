import "server-only";
import { can, visibleApplications, visibleInterviews, visiblePositions, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { applicationStages } from "@/lib/screening/kinds";
import type { ApplicationStage } from "@/lib/screening/schema";

const dayMs = 86_400_000;
const weekMs = 7 * dayMs;

export type Dashboard = {
  waiting: { unreadable: number; beingRead: number; runningBatches: number; undecided: number; interviews: number };
  week: { resumes: number; screened: number; decisions: number };
  funnel: { positionId: string; title: string; counts: Record<ApplicationStage, number>; total: number }[];
  totals: { resumes: number; positions: number };
};

/** What waits for the viewer, the funnel of each open position, and the last seven days; only what they may see. */
export async function readDashboard({ viewer, now = new Date() }: { viewer: Viewer; now?: Date }): Promise<Dashboard> {
  const db = scopedDb(viewer.organisationId);
  const since = new Date(now.getTime() - weekMs);
  const resumes = { removedAt: null, duplicateOfId: null, ...visibleResumes(viewer) };
  const applications = visibleApplications(viewer);
  const positions = { archivedAt: null, isListed: true, ...visiblePositions(viewer) };
  const seesScreening = can(viewer, "screening:read");
  const none = Promise.resolve(0);

  const [
    unreadable,
    beingRead,
    runningBatches,
    undecided,
    weekResumes,
    screened,
    decisions,
    total,
    openPositions,
    stages,
    interviews,
  ] = await Promise.all([
    db.resume.count({ where: { ...resumes, state: "FAILED" } }),
    db.resume.count({ where: { ...resumes, state: { in: ["PENDING", "PROCESSING"] } } }),
    seesScreening
      ? db.screeningBatch.count({
          where: { state: { in: ["pending", "running"] }, position: visiblePositions(viewer) },
        })
      : none,
    seesScreening ? db.application.count({ where: { ...applications, stage: "screened", position: positions } }) : none,
    db.resume.count({ where: { ...resumes, receivedAt: { gte: since } } }),
    seesScreening
      ? db.screeningRun.count({ where: { state: "completed", finishedAt: { gte: since }, application: applications } })
      : none,
    seesScreening
      ? db.decision.count({ where: { createdAt: { gte: since }, revokedAt: null, application: applications } })
      : none,
    db.resume.count({ where: resumes }),
    db.position.findMany({
      where: positions,
      orderBy: { updatedAt: "desc" },
      take: 12,
      select: { id: true, title: true },
    }),
    seesScreening
      ? db.application.groupBy({
          by: ["positionId", "stage"],
          where: { ...applications, position: positions },
          _count: true,
        })
      : [],
    db.interview.count({
      where: {
        ...visibleInterviews(viewer),
        ...{ isPractice: false, participants: { some: { userId: viewer.userId } } },
        OR: [
          { state: "live" },
          {
            state: "planned",
            scheduledAt: { gte: new Date(now.getTime() - dayMs), lt: new Date(now.getTime() + dayMs) },
          },
        ],
      },
    }),
  ]);

  return {
    waiting: { unreadable, beingRead, runningBatches, undecided, interviews },
    week: { resumes: weekResumes, screened, decisions },
    funnel: openPositions.map(({ id, title }) => {
      const counts = Object.fromEntries(
        applicationStages.map((stage) => [
          stage,
          stages.find((row) => row.positionId === id && row.stage === stage)?._count ?? 0,
        ]),
      ) as Record<ApplicationStage, number>;
      return { positionId: id, title, counts, total: Object.values(counts).reduce((sum, count) => sum + count, 0) };
    }),
    totals: { resumes: total, positions: openPositions.length },
  };
}

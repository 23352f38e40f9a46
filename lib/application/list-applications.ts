import "server-only";
import type { ApplicationListItem } from "@/lib/application/schema";
import { assertCan, visibleApplications, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { findBlindings, showRow } from "@/lib/resume/blind/blindings";

const mostListed = 200;

/**
 * The newest candidates of a position.
 *
 * @throws not_found when the viewer may not see the position
 */
export async function listApplications({
  positionId,
  viewer,
}: {
  positionId: string;
  viewer: Viewer;
}): Promise<ApplicationListItem[]> {
  assertCan(viewer, "position:read");
  const db = scopedDb(viewer.organisationId);
  const position = await db.position.findFirst({
    where: { id: positionId, ...visiblePositions(viewer) },
    select: { id: true },
  });
  if (!position) throw new AppError("not_found", "position_not_found");
  const rows = await db.application.findMany({
    where: { positionId, ...visibleApplications(viewer) },
    orderBy: { number: "desc" },
    take: mostListed,
    select: {
      id: true,
      stage: true,
      assignedAt: true,
      resume: { select: { id: true, candidateName: true, fileName: true, currentTitle: true, isSample: true } },
      currentRun: { select: { comprehensiveScore: true } },
    },
  });
  const blindings = await findBlindings(
    viewer,
    rows.map(({ resume }) => resume.id),
  );
  const shown = rows.map((row) => ({ ...row, resume: showRow(row.resume, blindings.get(row.resume.id)) }));
  return shown.map(({ id, stage, assignedAt, resume, currentRun }) => ({
    id,
    stage,
    resumeId: resume.id,
    candidateName: resume.candidateName,
    fileName: resume.fileName,
    currentTitle: resume.currentTitle,
    isSample: resume.isSample,
    score: currentRun?.comprehensiveScore ?? null,
    assignedAt: assignedAt?.toISOString() ?? null,
  }));
}

import "server-only";
import { z } from "zod";
import { assertCan, visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { findPosition } from "@/lib/position/find-position";
import { findBlindings, showRow } from "@/lib/resume/blind/blindings";
import { byAdviceAndScore } from "@/lib/screening/by-advice-and-score";
import { advice, type Board, type BoardRow, boardMark } from "@/lib/screening/schema";

/** Everyone on a position: by advice and score, then those without one. Null when the viewer may not see it. */
export async function findBoard({ positionId, viewer }: { positionId: string; viewer: Viewer }): Promise<Board | null> {
  assertCan(viewer, "screening:read");
  const position = await findPosition({ positionId, viewer });
  if (!position) return null;
  const rows = await scopedDb(viewer.organisationId).application.findMany({
    where: { positionId, ...visibleApplications(viewer) },
    select: {
      id: true,
      stage: true,
      number: true,
      resume: {
        select: {
          id: true,
          fileName: true,
          candidateName: true,
          currentTitle: true,
          currentCompany: true,
          yearsOfWork: true,
          highestDegree: true,
          isSample: true,
        },
      },
      currentRun: {
        select: {
          id: true,
          engine: true,
          hrScore: true,
          technicalScore: true,
          managerScore: true,
          comprehensiveScore: true,
          scoreLow: true,
          scoreHigh: true,
          advice: true,
          marks: true,
          overriddenKeys: true,
          positionVersion: { select: { version: true } },
        },
      },
    },
    orderBy: { number: "asc" },
  });
  const blindings = await findBlindings(
    viewer,
    rows.map(({ resume }) => resume.id),
  );
  const { id, title, version, isArchived, requirements } = position;
  const keys = requirements.map(({ key }) => key);
  return {
    position: { id, title, version, isArchived },
    requirements: requirements.map(({ key, text, necessity, weight }) => ({ key, text, necessity, weight })),
    total: rows.length,
    rows: rows
      .map(({ id: applicationId, stage, resume, currentRun }): BoardRow => {
        const { id: resumeId, ...shown } = showRow(resume, blindings.get(resume.id));
        return { applicationId, resumeId, ...shown, stage, run: currentRun && toRun(currentRun, keys) };
      })
      .sort(byRun),
  };
}

/** Those without a result last; equal rows keep the order of arrival, so the board never flickers. */
function byRun({ run: a }: BoardRow, { run: b }: BoardRow) {
  return a && b ? byAdviceAndScore(a, b) : Number(!a) - Number(!b);
}

type RunRow = {
  id: string;
  engine: string;
  hrScore: number | null;
  technicalScore: number | null;
  managerScore: number | null;
  comprehensiveScore: number | null;
  scoreLow: number | null;
  scoreHigh: number | null;
  advice: string | null;
  marks: unknown;
  overriddenKeys: string[];
  positionVersion: { version: number };
};

const storedMarks = z.record(z.string(), boardMark);

function toRun(run: RunRow, keys: string[]): NonNullable<BoardRow["run"]> {
  const value = run.comprehensiveScore ?? 0;
  const marks = storedMarks.parse(run.marks);
  return {
    id: run.id,
    version: run.positionVersion.version,
    hr: run.hrScore ?? 0,
    technical: run.technicalScore ?? 0,
    manager: run.managerScore ?? 0,
    comprehensive: { value, low: run.scoreLow ?? value, high: run.scoreHigh ?? value },
    advice: advice.parse(run.advice),
    marks: keys.map((key) => marks[key] ?? null),
    overridden: run.overriddenKeys,
    engine: run.engine,
  };
}

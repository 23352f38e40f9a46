import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, scopedDb } from "@/lib/db";
import { findPosition } from "@/lib/position/find-position";
import { findBlindings, showRow } from "@/lib/resume/blind/blindings";
import { advices } from "@/lib/screening/kinds";
import { advice, applicationStage, type Board, type BoardRow, boardMark } from "@/lib/screening/schema";

type FindBoard = {
  positionId: string;
  viewer: Viewer;
  /** Rows from the top; all of them when left out. */
  limit?: number;
};

/** Everyone on a position: by advice and score, then those without one. Null when the viewer may not see it. */
export async function findBoard({ positionId, viewer, limit }: FindBoard): Promise<Board | null> {
  assertCan(viewer, "screening:read");
  const position = await findPosition({ positionId, viewer });
  if (!position) return null;
  const { organisationId } = viewer;
  const rows = await loadRows({ organisationId, positionId, limit });
  const blindings = await findBlindings(
    viewer,
    rows.map(({ resumeId }) => resumeId),
  );
  const { id, title, version, isArchived, requirements } = position;
  const keys = requirements.map(({ key }) => key);
  return {
    position: { id, title, version, isArchived },
    requirements: requirements.map(({ key, text, necessity, weight }) => ({ key, text, necessity, weight })),
    total: rows.length === limit ? await countRows({ organisationId, positionId }) : rows.length,
    rows: rows.map((row) => toRow(showRow(row, blindings.get(row.resumeId)), keys)),
  };
}

type OnBoard = { organisationId: string; positionId: string };

const onBoard = ({ organisationId, positionId }: OnBoard) => Prisma.sql`
  application join resume on resume.id = application.resume_id and resume.removed_at is null
  left join screening_run run on run.id = application.current_run_id
  where application.organisation_id = ${organisationId}::uuid and application.position_id = ${positionId}::uuid`;

/**
 * In the order of `byAdviceAndScore`, equal rows in the order of arrival, so that the board never flickers. As raw SQL:
 * Prisma takes a quarter of a second to put thousands of nested rows together.
 */
function loadRows({ limit, ...board }: OnBoard & { limit: number | undefined }) {
  return scopedDb(board.organisationId).$queryRaw<StoredRow[]>`
    select application.id as "applicationId", application.stage::text as stage, resume.id as "resumeId",
      resume.file_name as "fileName", resume.candidate_name as "candidateName", resume.current_title as "currentTitle",
      resume.current_company as "currentCompany", resume.years_of_work as "yearsOfWork",
      resume.highest_degree as "highestDegree", resume.is_sample as "isSample",
      run.id as "runId", run.engine, run.hr_score as hr, run.technical_score as technical, run.manager_score as manager,
      run.comprehensive_score as value, run.score_low as low, run.score_high as high, run.advice, run.marks,
      run.overridden_keys as overridden,
      (select version from position_version where id = run.position_version_id) as version
    from ${onBoard(board)}
    order by array_position(${[...advices]}::text[], run.advice), run.comprehensive_score desc nulls last, application.number
    ${limit === undefined ? Prisma.empty : Prisma.sql`limit ${limit}`}`;
}

async function countRows(board: OnBoard) {
  const [row] = await scopedDb(board.organisationId).$queryRaw<{ count: number }[]>`
    select count(*)::int as count from ${onBoard(board)}`;
  return row?.count ?? 0;
}

type StoredRow = Omit<BoardRow, "run" | "stage"> & {
  runId: string | null;
  stage: string;
  version: number;
  engine: string;
  hr: number | null;
  technical: number | null;
  manager: number | null;
  value: number | null;
  low: number | null;
  high: number | null;
  advice: string | null;
  marks: unknown;
  overridden: string[];
};

function toRow(row: StoredRow, keys: string[]): BoardRow {
  const { applicationId, resumeId, candidateName, fileName, currentTitle, currentCompany } = row;
  const { yearsOfWork, highestDegree, isSample } = row;
  return {
    ...{ applicationId, resumeId, candidateName, fileName, currentTitle, currentCompany },
    ...{ yearsOfWork, highestDegree, isSample, stage: applicationStage.parse(row.stage) },
    run: row.runId === null ? null : toRun({ ...row, runId: row.runId }, keys),
  };
}

const storedMarks = z.record(z.string(), boardMark);

function toRun(row: StoredRow & { runId: string }, keys: string[]): NonNullable<BoardRow["run"]> {
  const value = row.value ?? 0;
  const marks = storedMarks.parse(row.marks);
  return {
    id: row.runId,
    version: row.version,
    hr: row.hr ?? 0,
    technical: row.technical ?? 0,
    manager: row.manager ?? 0,
    comprehensive: { value, low: row.low ?? value, high: row.high ?? value },
    advice: advice.parse(row.advice),
    marks: keys.map((key) => marks[key] ?? null),
    overridden: row.overridden,
    engine: row.engine,
  };
}

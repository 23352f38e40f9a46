import "server-only";
import { visibleInterviews } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { journeys, sinceOf, way } from "@/lib/figures/journeys";
import type { FigureList, FigureListQuery, FigureRow } from "@/lib/figures/schema";
import { blindName, findBlindings } from "@/lib/resume/blind/blindings";
import { applicationStages } from "@/lib/screening/kinds";
import type { ApplicationStage } from "@/lib/screening/schema";

type ListBehind = FigureListQuery & { viewer: Viewer; now?: Date };
type Within = ListBehind & { now: Date };

export const rowsPerPage = 100;

/** The candidates or interviews that one number of a figure counts: as many as it says, a page of them. */
export async function listBehind({ now = new Date(), ...asked }: ListBehind): Promise<FigureList> {
  const within = { ...asked, now };
  const limit = { take: rowsPerPage, skip: (asked.page - 1) * rowsPerPage };
  return asked.figure === "load" ? listInterviews(within, limit) : listCandidates(within, limit);
}

/** All of them, for a file. */
export async function listAllBehind({ now = new Date(), ...asked }: ListBehind): Promise<FigureRow[]> {
  const within = { ...asked, now };
  const { rows } = await (asked.figure === "load" ? listInterviews(within) : listCandidates(within));
  return rows;
}

type Limit = { take: number; skip: number };
type Stored = Omit<FigureRow, "key" | "at" | "interviewId"> & { resumeId: string; at: Date; total: number };

async function listCandidates(within: Within, limit?: Limit): Promise<FigureList> {
  const rows = await scopedDb(within.viewer.organisationId).$queryRaw<Stored[]>`
    ${journeys(within)}
    select journey.id as "applicationId", journey.resume_id as "resumeId", journey.stage::text as stage,
      journey.position_id as "positionId", position.title as "positionTitle", resume.candidate_name as "candidateName",
      counted.at, round(counted.days::numeric, 1)::float8 as days, count(*) over ()::int as total
    from (${counted(within)}) as counted
    join journey on journey.id = counted.id
    join position on position.id = journey.position_id
    join resume on resume.id = journey.resume_id
    order by journey.number, counted.at
    ${limit ? Prisma.sql`limit ${limit.take} offset ${limit.skip}` : Prisma.empty}`;
  return {
    total: rows[0]?.total ?? 0,
    rows: await withNames(
      within.viewer,
      rows.map(({ total: _, at, ...row }) => ({
        ...{ ...row, key: `${row.applicationId} ${at.getTime()}`, at: at.toISOString(), interviewId: null },
      })),
    ),
  };
}

/** What one number counts, of the tables of {@link journeys}: the id of an application, a time, days where it has any. */
function counted({ figure, of, part }: Within): Prisma.Sql {
  const noDays = Prisma.sql`null::float8 as days`;
  const isAnswer = of === "agreed" || of === "differed";
  if (figure === "recommendation") {
    return Prisma.sql`select id, at, ${noDays} from counsel
      where agrees = ${of === "agreed"} and ${isAnswer} and (${part} in ('', month, level))`;
  }
  if (figure === "agreement") {
    return Prisma.sql`select id, at, ${noDays} from verdict where ${
      isAnswer
        ? Prisma.sql`agrees = ${of === "agreed"} and ${part} in ('', month)`
        : Prisma.sql`advice = ${of} and kind = ${part}`
    }`;
  }
  const begun = Prisma.sql`select id, created_at as at, ${noDays} from journey where`;
  if (figure === "sources") {
    const further = part === "" ? Prisma.sql`true` : hasReached(part === "hired" ? "hired" : "interview");
    return Prisma.sql`${begun} source = ${of} and ${further}`;
  }
  const stage = applicationStages.find((one) => one === of);
  if (!stage) throw new AppError("not_found", "not_found");
  if (figure === "time") return Prisma.sql`select id, at, days from stay where stage::text = ${of}`;
  return Prisma.sql`${begun} ${part === "now" ? Prisma.sql`stage::text = ${of}` : hasReached(stage)}`;
}

function hasReached(stage: ApplicationStage): Prisma.Sql {
  const place = way.indexOf(stage);
  return place < 0 ? Prisma.sql`stage::text = ${stage}` : Prisma.sql`furthest >= ${place}`;
}

async function listInterviews({ viewer, positionId, months, of, part, now }: Within, limit?: Limit) {
  const where = {
    AND: [visibleInterviews(viewer), positionId ? { application: { positionId } } : {}],
    ...{ isPractice: false, createdAt: { gte: sinceOf(months, now) } },
    state: part === "planned" ? "planned" : "completed",
    participants: { some: { userId: of, ...(part === "owed" && { submittedAt: null }) } },
  };
  const db = scopedDb(viewer.organisationId);
  const [total, rows] = await Promise.all([
    db.interview.count({ where }),
    db.interview.findMany({
      ...{ where, ...limit, orderBy: { number: "desc" } },
      select: {
        ...{ id: true, resumeId: true, scheduledAt: true, finishedAt: true, createdAt: true },
        application: {
          select: {
            ...{ id: true, stage: true, positionId: true, position: { select: { title: true } } },
            resume: { select: { candidateName: true } },
          },
        },
      },
    }),
  ]);
  const named = await withNames(
    viewer,
    rows.map(({ id, resumeId, application, ...row }) => ({
      ...{ key: id, interviewId: id, resumeId, applicationId: application.id, stage: application.stage },
      ...{ positionId: application.positionId, positionTitle: application.position.title, days: null },
      candidateName: application.resume.candidateName,
      at: (row.finishedAt ?? row.scheduledAt ?? row.createdAt).toISOString(),
    })),
  );
  return { total, rows: named };
}

async function withNames(viewer: Viewer, rows: (FigureRow & { resumeId: string })[]): Promise<FigureRow[]> {
  const blindings = await findBlindings(viewer, [...new Set(rows.map(({ resumeId }) => resumeId))]);
  return rows.map(({ resumeId, ...row }) => {
    const blinding = blindings.get(resumeId);
    return blinding ? { ...row, candidateName: blindName(blinding) } : row;
  });
}

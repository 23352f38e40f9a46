import "server-only";
import { seesEverything, visiblePositions } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, scopedDb, type Transaction } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** What a viewer does not see of a person, who goes by a number meanwhile. */
export type Blinding = { number: number; hidesSchools: boolean };
export type Blindings = ReadonlyMap<string, Blinding>;

const none: Blindings = new Map();

/** Those of some resumes whose person the viewer does not see; every page, file and search goes by it. */
export async function findBlindings(
  viewer: Viewer,
  resumeIds: readonly string[],
  tx?: Transaction,
): Promise<Blindings> {
  if (resumeIds.length === 0 || !(await hasBlind(viewer))) return none;
  const rows = await (tx ?? scopedDb(viewer.organisationId)).$queryRaw<({ id: string } & Blinding)[]>`
    select resume.id, candidate.number, bool_or(position.blind = 'person_and_schools') as "hidesSchools"
    from resume
    left join resume first on first.id = resume.duplicate_of_id
    join candidate on candidate.id = coalesce(resume.candidate_id, first.candidate_id)
    join application on application.candidate_id = candidate.id
    join position on position.id = application.position_id
    where resume.id = any(${resumeIds}::uuid[]) and resume.organisation_id = ${viewer.organisationId}::uuid
      and position.blind <> 'off' ${ownPositionsOnly(viewer)} and ${notOpened(viewer, Prisma.sql`candidate.id`)}
    group by resume.id, candidate.number`;
  return new Map(rows.map(({ id, ...blinding }) => [id, blinding]));
}

/** Whether anybody is hidden from the viewer at all: without it nothing is asked of each row. */
export async function hasBlind(viewer: Viewer): Promise<boolean> {
  if (viewer.hasBlindPositions === false) return false;
  const where = { blind: { not: "off" }, ...visiblePositions(viewer) };
  return (await scopedDb(viewer.organisationId).position.findFirst({ where, select: { id: true } })) !== null;
}

/** @throws forbidden for what shows who it is: the file, its pages, the vault */
export async function assertOpen(viewer: Viewer, resumeId: string) {
  const blindings = await findBlindings(viewer, [resumeId]);
  if (blindings.has(resumeId)) throw new AppError("forbidden", "candidate_blind");
}

/** As a condition on `resume`: its person is not hidden from the viewer, or only in lesser ways than `mode`. */
export function isOpen(viewer: Viewer, mode: "any" | "schools" = "any"): Prisma.Sql {
  const hides = mode === "any" ? Prisma.sql`<> 'off'` : Prisma.sql`= 'person_and_schools'`;
  return Prisma.sql`(not exists (
    select from application join position on position.id = application.position_id
    where application.candidate_id = resume.candidate_id and position.blind ${hides} ${ownPositionsOnly(viewer)}
      and ${notOpened(viewer, Prisma.sql`application.candidate_id`)}))`;
}

/** The same as a `where`, for what is found by a name. */
export function openResumes(viewer: Viewer) {
  const blind = { position: { blind: { not: "off" }, ...visiblePositions(viewer) } };
  const ofCandidate = { OR: [{ openings: { some: { userId: viewer.userId } } }, { applications: { none: blind } }] };
  return { OR: [{ candidateId: null }, { candidate: ofCandidate }] } satisfies Prisma.ResumeWhereInput;
}

/** What a list may show of a row: a number in the place of name and file. */
export function showRow<Row extends ListedRow>(row: Row, blinding: Blinding | undefined): Row {
  if (!blinding) return row;
  const { candidateName, currentTitle, currentCompany, tags } = row;
  const names = candidateName ? [tight(candidateName)] : [];
  const says = (text: string | null | undefined) => names.some((name) => tight(text ?? "").includes(name));
  return {
    ...row,
    ...{ candidateName: blindName(blinding), fileName: blindName(blinding) },
    ...(says(currentTitle) && { currentTitle: null }),
    ...(says(currentCompany) && { currentCompany: null }),
    ...(tags && { tags: tags.filter((tag) => !says(tag)) }),
    ...(blinding.hidesSchools && "school" in row && { school: null }),
    ...(blinding.hidesSchools && "schoolTier" in row && { schoolTier: null }),
  };
}

/** In both languages, in files and for other services' clients. */
export function blindName({ number }: Pick<Blinding, "number">): string {
  return `#${number}`;
}

type ListedRow = {
  candidateName: string | null;
  fileName: string;
  currentTitle?: string | null;
  currentCompany?: string | null;
  tags?: string[];
};

function tight(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s/g, "");
}

function ownPositionsOnly(viewer: Viewer): Prisma.Sql {
  if (seesEverything(viewer)) return Prisma.empty;
  return Prisma.sql`and exists (
    select from position_member member where member.position_id = position.id and member.user_id = ${viewer.userId}::uuid)`;
}

function notOpened(viewer: Viewer, candidateId: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`not exists (
    select from identity_opening opening
    where opening.candidate_id = ${candidateId} and opening.user_id = ${viewer.userId}::uuid)`;
}

import "server-only";
import { seesEverything } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { keptStatement, Prisma } from "@/lib/db";
import { isOpen } from "@/lib/resume/blind/blindings";
import type { ResumeFilter } from "@/lib/resume/filter";
import { queryTokens, queryWords, type WordReading } from "@/lib/resume/parsing/index/search-tokens";

/** Who looks, and for what. */
export type LibraryQuery = {
  filter: ResumeFilter;
  viewer: Viewer;
  /** Whether anybody is hidden from the viewer: such a person is not found by what is hidden. */
  hasBlind: boolean;
  /** How its words are taken; as they stand when left out. */
  reading?: WordReading;
  /** Without the resumes that say the words as they stand. */
  isRest?: boolean;
};

/** What the library holds: the partial indexes name the same conditions on `resume`. */
export function listed({ viewer }: LibraryQuery): Prisma.Sql {
  return Prisma.sql`resume.organisation_id = ${viewer.organisationId}::uuid
    and resume.removed_at is null and resume.duplicate_of_id is null`;
}

export const newestFirst = Prisma.sql`order by resume.received_at desc, resume.id desc`;

/**
 * Words, filters, and who may see what, as conditions on `resume`. Long Chinese words need {@link saying} too, and it
 * needs this: tokens leave out what nobody is to be found by, and texts do not.
 */
export function narrowed({ filter, viewer, hasBlind, ...words }: LibraryQuery): Prisma.Sql {
  const conditions = [
    ...(seesEverything(viewer) ? [] : [visible(viewer)]),
    ...wordConditions(filter, words),
    ...fieldConditions(filter),
    ...applicationConditions({ filter, viewer }),
    ...(hasBlind ? blindConditions(filter, viewer) : []),
  ];
  return conditions.length > 0 ? Prisma.join(conditions, " and ") : Prisma.sql`true`;
}

/** A resume that says the words as they stand counts whether or not its own beginnings have been filled in. */
function wordConditions({ q }: ResumeFilter, { reading, isRest }: Pick<LibraryQuery, "reading" | "isRest">) {
  const { tokens, begun } = queryTokens(q, reading);
  const says = (some: number[]) => Prisma.sql`resume.search_tokens @> ${some}::int[]`;
  const conditions = tokens.length > 0 ? [says(tokens)] : [];
  if (begun.length === 0) return conditions;
  conditions.push(Prisma.sql`resume.words @@ ${beginnings(begun)}::tsquery`);
  const whole = says(queryTokens(q).tokens);
  return isRest
    ? [...conditions, Prisma.sql`not ${whole}`]
    : [Prisma.sql`(${whole} or ${Prisma.join(conditions, " and ")})`];
}

/** Words are letters, digits and `+#.-`: nothing in them ends the quotes. */
function beginnings(words: string[]) {
  return words.map((word) => `'${word}':*`).join(" & ");
}

/** Whether Chinese words of three characters and more are looked for. */
export function hasRuns({ filter, reading }: LibraryQuery): boolean {
  return queryTokens(filter.q, reading).runs.length > 0;
}

/**
 * Whether a resume really says the Chinese words of three characters and more: their pairs may stand apart from
 * each other. With the join that brings the text; without such words neither does anything.
 */
export function saying({ filter, reading }: LibraryQuery): { join: Prisma.Sql; where: Prisma.Sql } {
  const { runs } = queryTokens(filter.q, reading);
  if (runs.length === 0) return { join: Prisma.empty, where: Prisma.sql`true` };
  // A corrected value stands in no text.
  const shown = Prisma.sql`concat_ws(' ', resume.file_name, resume.candidate_name, resume.current_title,
    resume.current_company, resume.school, resume.city, array_to_string(resume.skills, ' '))`;
  const says = runs.map(
    (run) => Prisma.sql`(position(${run} in coalesce(content.text, '')) > 0
      or position(${run} in ${shown}) > 0)`,
  );
  return {
    // Unpacked once for all that look at it.
    join: contentOf(Prisma.sql`text || '' as text`),
    where: Prisma.join(says, " and "),
  };
}

/** Row by row: with a limit, the planner's other way walks through all of both tables by their ids. */
function contentOf(columns: Prisma.Sql) {
  return Prisma.sql`left join lateral (
    select ${columns} from resume_content where resume_id = resume.id offset 0) as content on true`;
}

export const withText = contentOf(Prisma.sql`text`);

/** What {@link saying} looks at, for a statement that has to name its columns. */
export const saidColumns = Prisma.sql`resume.file_name, resume.candidate_name, resume.current_title,
  resume.current_company, resume.school, resume.city, resume.skills`;

/** Whether one token is all that the words ask of a row. */
export function isOneToken({ filter, reading }: LibraryQuery): boolean {
  const { tokens, runs, begun } = queryTokens(filter.q, reading);
  return tokens.length === 1 && runs.length === 0 && begun.length === 0;
}

/** Whether words are looked for. */
export function isSearch({ filter }: LibraryQuery): boolean {
  return queryTokens(filter.q).tokens.length > 0;
}

/** Whether anything but the organisation narrows the list. */
export function isNarrowed(query: LibraryQuery): boolean {
  return isSearch(query) || hasFields(query.filter) || !seesEverything(query.viewer);
}

function hasFields({ q: _, state, ...values }: ResumeFilter): boolean {
  const hasValue = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined);
  return state !== "all" || Object.values(values).some(hasValue);
}

const mostKeptWords = 2;

/** Begins a statement: a few words alone are asked for so often that connections keep it. */
export function keptFor({ filter }: LibraryQuery): Prisma.Sql {
  return hasFields(filter) || queryWords(filter.q).length > mostKeptWords ? Prisma.empty : keptStatement;
}

/** Like `visibleResumes` in lib/auth/permissions.ts. */
function visible({ organisationId, userId }: Viewer) {
  return Prisma.sql`resume.id in (
    select application.resume_id from application
    join position_member member on member.position_id = application.position_id
    where application.organisation_id = ${organisationId}::uuid and member.user_id = ${userId}::uuid)`;
}

function fieldConditions(filter: ResumeFilter): Prisma.Sql[] {
  const { state, degree, tier, city, skill, tag, source, yearsMin, yearsMax, from, to } = filter;
  return [
    ...(state === "ready" ? [Prisma.sql`resume.state = 'COMPLETED'`] : []),
    ...(state === "reading" ? [Prisma.sql`resume.state in ('PENDING', 'PROCESSING')`] : []),
    ...(state === "unreadable" ? [Prisma.sql`resume.state = 'FAILED'`] : []),
    ...(degree.length > 0 ? [Prisma.sql`resume.highest_degree = any(${degree}::text[])`] : []),
    ...(tier.length > 0 ? [Prisma.sql`resume.school_tier = any(${tier}::text[])`] : []),
    ...(city.length > 0 ? [Prisma.sql`resume.city = any(${city}::text[])`] : []),
    ...(source.length > 0 ? [Prisma.sql`resume.source = any(${source}::text[])`] : []),
    ...(skill.length > 0 ? [Prisma.sql`resume.skills @> ${skill}::text[]`] : []),
    ...(tag.length > 0 ? [Prisma.sql`resume.tags @> ${tag}::text[]`] : []),
    ...(yearsMin === undefined ? [] : [Prisma.sql`resume.years_of_work >= ${yearsMin}`]),
    ...(yearsMax === undefined ? [] : [Prisma.sql`resume.years_of_work <= ${yearsMax}`]),
    ...(from ? [Prisma.sql`resume.received_at >= ${new Date(from)}`] : []),
    ...(to ? [Prisma.sql`resume.received_at < ${new Date(Date.parse(to) + 86_400_000)}`] : []),
  ];
}

/** Who is hidden is found by their work alone: by words of what the list shows of them, and by no school. */
function blindConditions({ q, tier }: ResumeFilter, viewer: Viewer): Prisma.Sql[] {
  const work = Prisma.sql`lower(concat_ws(' ', resume.current_title, resume.current_company, resume.city,
    array_to_string(resume.skills, ' ')))`;
  const name = Prisma.sql`lower(coalesce(nullif(resume.candidate_name, ''), ' '))`;
  const says = queryWords(q).map((word) => Prisma.sql`position(${word} in replace(${work}, ${name}, ' ')) > 0`);
  return [
    ...(says.length > 0 ? [Prisma.sql`(${isOpen(viewer)} or (${Prisma.join(says, " and ")}))`] : []),
    ...(tier.length > 0 ? [isOpen(viewer, "schools")] : []),
  ];
}

function applicationConditions({
  filter: { position, stage },
  viewer,
}: Pick<LibraryQuery, "filter" | "viewer">): Prisma.Sql[] {
  if (!position && stage.length === 0) return [];
  return [
    Prisma.sql`resume.id in (
      select application.resume_id from application
      where ${Prisma.join(
        [
          Prisma.sql`application.organisation_id = ${viewer.organisationId}::uuid`,
          ...(position ? [Prisma.sql`application.position_id = ${position}::uuid`] : []),
          ...(stage.length > 0 ? [Prisma.sql`application.stage::text = any(${stage}::text[])`] : []),
          ...(seesEverything(viewer) ? [] : [ownPositions(viewer)]),
        ],
        " and ",
      )})`,
  ];
}

/** The applications of positions the viewer is a member of. */
export function ownPositions({ userId }: Viewer) {
  return Prisma.sql`application.position_id in (
    select position_id from position_member where user_id = ${userId}::uuid)`;
}

import "server-only";
import { assertCan, seesEverything } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma, searchDb, type Transaction } from "@/lib/db";
import { hasBlind, isOpen } from "@/lib/resume/blind/blindings";
import type { Facet, FacetField, ResumeFilter } from "@/lib/resume/filter";
import { isSearch, listed, narrowed, ownPositions, saying } from "@/lib/resume/filter-sql";
import { settleWords } from "@/lib/resume/find-matches";
import { mostSorted } from "@/lib/resume/match-resumes";
import { readQuery } from "@/lib/resume/read-query";

type CountFacet = { field: FacetField; filter: ResumeFilter; viewer: Viewer };

const mostValues = 100;
/** Rows opened at most to count by: values in an index are counted over all rows. */
const mostOpened = 20_000;
const memory = "64MB";
const mostMs = 60_000;

/** The values of one filter with how many resumes each would leave, the other filters being as they are. */
export async function countFacet({ field, filter: asked, viewer }: CountFacet): Promise<Facet> {
  assertCan(viewer, "resume:read");
  const filter = { ...readQuery(asked), [field]: field === "position" ? undefined : [] };
  // Applications and tags are few against the resumes: they are the ones to begin with.
  const isSparse = field === "tag" || field === "position" || field === "stage";
  const hides = await hasBlind(viewer);
  const query = await settleWords({ filter, viewer, hasBlind: hides }, mostSorted);
  const { join: text, where } = saying(query);
  const isLimited = !isSparse && (field === "skill" || isSearch(query));
  const limit = isLimited ? Prisma.sql`limit ${mostOpened + 1}` : Prisma.empty;
  const { value, label, join } = counted(field, viewer);
  const read = async (tx: Transaction) => {
    // With less the matches of a common word do not fit, and PostgreSQL reads the tokens of row after row instead.
    await tx.$executeRaw`select set_config('work_mem', ${memory}, true)`;
    return tx.$queryRaw<{ value: string; label: string; count: number; all: number }[]>`
    with found as ${isLimited ? Prisma.sql`materialized` : Prisma.sql`not materialized`} (
      select resume.id, resume.highest_degree, resume.school_tier, resume.city, resume.source
        ${field === "skill" ? Prisma.sql`, resume.skills` : Prisma.empty}
        ${field === "tag" ? Prisma.sql`, resume.tags` : Prisma.empty}
      from resume ${text} where ${listed(query)} and ${narrowed(query)} and ${where}
        ${field === "tag" ? Prisma.sql`and resume.tags <> '{}'` : Prisma.empty}
        ${hides && field === "tier" ? Prisma.sql`and ${isOpen(viewer, "schools")}` : Prisma.empty} ${limit}
    )
    select ${value} as value, ${label} as label, count(*)::int as count, ${isLimited ? Prisma.sql`(select count(*) from found)::int` : Prisma.sql`0`} as all
    from found ${join} where ${value} is not null
    group by 1, 2 order by 3 desc, 1 limit ${mostValues}`;
  };
  const rows = await searchDb(viewer.organisationId).$transaction(read, { timeout: mostMs });
  return {
    values: rows.map(({ value, label, count }) => ({ value, label, count })),
    isCapped: rows.some(({ all }) => all > mostOpened),
  };
}

function counted(field: FacetField, viewer: Viewer): { value: Prisma.Sql; label: Prisma.Sql; join: Prisma.Sql } {
  const column = (value: Prisma.Sql, join = Prisma.empty) => ({ value, label: value, join });
  const own = seesEverything(viewer) ? Prisma.empty : Prisma.sql`and ${ownPositions(viewer)}`;
  const applications = Prisma.sql`
    join application on application.resume_id = found.id
      and application.organisation_id = ${viewer.organisationId}::uuid ${own}`;
  switch (field) {
    case "degree":
      return column(Prisma.sql`found.highest_degree`);
    case "tier":
      return column(Prisma.sql`found.school_tier`);
    case "city":
      return column(Prisma.sql`found.city`);
    case "source":
      return column(Prisma.sql`found.source`);
    case "skill":
      return column(Prisma.sql`item`, Prisma.sql`cross join unnest(found.skills) as item`);
    case "tag":
      return column(Prisma.sql`item`, Prisma.sql`cross join unnest(found.tags) as item`);
    case "stage":
      return column(Prisma.sql`application.stage::text`, applications);
    case "position":
      return {
        value: Prisma.sql`application.position_id::text`,
        label: Prisma.sql`position.title`,
        join: Prisma.sql`${applications} join position on position.id = application.position_id and position.is_listed`,
      };
  }
}

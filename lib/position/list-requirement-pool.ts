import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { type PooledRequirement, pooledRequirement } from "@/lib/position/schema";

const mostListed = 200;
const mostTitles = 5;

/**
 * The distinct requirements of all positions as they stand now, the most used first. Read from the newest versions
 * each time: a second store could say something else than they do, and a thousand positions take milliseconds.
 */
export async function listRequirementPool({ q, viewer }: { q: string; viewer: Viewer }): Promise<PooledRequirement[]> {
  assertCan(viewer, "position:write");
  const pattern = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  // Raw SQL is not reached by scopedDb(): the organisation stands in the query.
  const rows = await scopedDb(viewer.organisationId).$queryRaw`
    select
      requirement ->> 'kind' as kind,
      min(requirement ->> 'text') as text,
      mode() within group (order by requirement ->> 'necessity') as necessity,
      mode() within group (order by (requirement ->> 'weight')::int) as weight,
      count(distinct position.id)::int as "positionCount",
      (array_agg(distinct position.title))[1:${mostTitles}::int] as titles
    from position
    join position_version version on version.position_id = position.id and version.version = position.version
    cross join lateral jsonb_array_elements(version.requirements) as requirement
    where position.organisation_id = ${viewer.organisationId}::uuid
      and position.is_listed
      and requirement ->> 'text' ilike ${pattern}
    group by kind, lower(requirement ->> 'text')
    order by "positionCount" desc, text
    limit ${mostListed}`;
  return z.array(pooledRequirement).parse(rows);
}

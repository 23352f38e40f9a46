import "server-only";
import type { Transaction } from "@/lib/db";
import { type OverrideView, type StandingOverride, verdict } from "@/lib/screening/schema";

/** What people said instead of verdicts, by application, newest first. */
export async function loadOverrides(
  db: Pick<Transaction, "verdictOverride" | "user">,
  applicationIds: string[],
): Promise<Map<string, OverrideView[]>> {
  const rows = await db.verdictOverride.findMany({
    where: { applicationId: { in: applicationIds } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  if (rows.length === 0) return new Map();
  const userIds = rows.flatMap(({ overriddenById, endedById }) => [overriddenById, ...(endedById ? [endedById] : [])]);
  const users = await db.user.findMany({
    where: { id: { in: [...new Set(userIds)] } },
    select: { id: true, name: true },
  });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  const grouped = Map.groupBy(rows, ({ applicationId }) => applicationId);
  return new Map(
    [...grouped].map(([applicationId, made]) => [
      applicationId,
      made.map((row) => ({
        ...{ id: row.id, requirementKey: row.requirementKey, requirementText: row.requirementText },
        ...{ verdict: verdict.parse(row.verdict), reason: row.reason },
        ...{ by: names.get(row.overriddenById) ?? null, at: row.createdAt.toISOString() },
        ended: row.endedAt && {
          by: (row.endedById && names.get(row.endedById)) ?? null,
          at: row.endedAt.toISOString(),
        },
      })),
    ]),
  );
}

export function standing(overrides: readonly OverrideView[]): StandingOverride[] {
  return overrides.filter(({ ended }) => ended === null);
}

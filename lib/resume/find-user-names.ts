import "server-only";
import { scopedDb } from "@/lib/db";

/** Names of colleagues by id; somebody whose account is gone is missing. */
export async function findUserNames(organisationId: string, ids: readonly (string | null)[]) {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map<string, string>();
  const users = await scopedDb(organisationId).user.findMany({
    where: { id: { in: wanted } },
    select: { id: true, name: true },
  });
  return new Map(users.map(({ id, name }) => [id, name]));
}

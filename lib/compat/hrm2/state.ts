import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { type Prisma, scopedDb } from "@/lib/db";
import { type Fields, isFields } from "./read-fields";

/** What a client left under this key; null when there is nothing, or its time is over. */
export async function readState({ organisationId }: Viewer, key: string): Promise<Fields | null> {
  const where = { organisationId_key: { organisationId, key } };
  const row = await scopedDb(organisationId).compatState.findUnique({ where });
  if (!row || (row.expiresAt && row.expiresAt <= new Date())) return null;
  const remaining = row.expiresAt && { remaining_seconds: Math.ceil((row.expiresAt.getTime() - Date.now()) / 1000) };
  return isFields(row.value) ? { ...row.value, ...remaining } : null;
}

type State = { value: Fields; expiresAt?: Date };

export async function writeState({ organisationId }: Viewer, key: string, { value, expiresAt = undefined }: State) {
  const data = { value: value as Prisma.InputJsonObject, expiresAt: expiresAt ?? null };
  await scopedDb(organisationId).compatState.upsert({
    where: { organisationId_key: { organisationId, key } },
    create: { organisationId, key, ...data },
    update: data,
  });
}

export async function clearState({ organisationId }: Viewer, key: string) {
  await scopedDb(organisationId).compatState.deleteMany({ where: { key } });
}

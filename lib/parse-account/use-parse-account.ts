import "server-only";
import { timingSafeEqual } from "node:crypto";
import { hashSecretToken } from "@/lib/auth/secret-token";
import { systemDb } from "@/lib/db";

export type AccountUsage = { id: string; uid: number; usageLimit: number; usageCount: number };

const select = { id: true, number: true, secretHash: true, usageLimit: true, usageCount: true } as const;

/** The account behind a uid and its password; null when either is wrong or the account is switched off. */
export async function findAccountByPassword(uid: number, password: string): Promise<AccountUsage | null> {
  const row = await systemDb().parseAccount.findUnique({ where: { number: uid, disabledAt: null }, select });
  if (!row || !timingSafeEqual(Buffer.from(row.secretHash), Buffer.from(hashSecretToken(password)))) return null;
  return { ...row, uid: row.number };
}

export async function findAccountByAppCode(appCode: string): Promise<AccountUsage | null> {
  const appCodeHash = hashSecretToken(appCode);
  const row = await systemDb().parseAccount.findUnique({ where: { appCodeHash, disabledAt: null }, select });
  return row && { ...row, uid: row.number };
}

/**
 * Counts one successful call, never more than the limit however many arrive at once.
 * Returns the new count; null when other calls took the last ones meanwhile.
 */
export async function countCall({ id }: AccountUsage): Promise<number | null> {
  const [row] = await systemDb().$queryRaw<{ usage_count: number }[]>`
    update parse_account set usage_count = usage_count + 1, last_used_at = now()
    where id = ${id}::uuid and usage_count < usage_limit
    returning usage_count`;
  return row?.usage_count ?? null;
}

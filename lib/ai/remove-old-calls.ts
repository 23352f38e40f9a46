import "server-only";
import { systemDb } from "@/lib/db";

const keptMonths = 13;
const rowsAtOnce = 5000;

/** Deletes calls of models from so long ago that the month's sum is enough, some at a time. */
export async function removeOldCalls(): Promise<{ isMore: boolean }> {
  const removed = await systemDb().$executeRaw`
    delete from model_call where id in (
      select id from model_call where created_at < now() - make_interval(months => ${keptMonths}::int) limit ${rowsAtOnce})`;
  return { isMore: removed === rowsAtOnce };
}

import "server-only";
import { systemDb } from "@/lib/db";

const keptDays = 90;
const rowsAtOnce = 5000;

/** Deletes what was told longer ago than anybody looks it up, some at a time. */
export async function removeOldDeliveries(): Promise<{ isMore: boolean }> {
  const removed = await systemDb().$executeRaw`
    delete from webhook_delivery where id in (
      select id from webhook_delivery
      where created_at < now() - make_interval(days => ${keptDays}::int) and state <> 'pending' limit ${rowsAtOnce})`;
  return { isMore: removed === rowsAtOnce };
}

import "server-only";
import { z } from "zod";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { recordedOutcomes } from "@/lib/screening/kinds";
import type { RecentReasons } from "@/lib/screening/schema";

const looked = 100;
const most = 12;
/** A longer one speaks of one candidate and serves for no other. */
const longest = 80;

/** The viewer's own latest reasons, each once per outcome, newest first: nobody is offered what a colleague wrote. */
export async function listRecentReasons({ viewer }: { viewer: Viewer }): Promise<RecentReasons> {
  assertCan(viewer, "application:decide");
  const rows = await scopedDb(viewer.organisationId).decision.findMany({
    where: { decidedById: viewer.userId, revokedAt: null },
    orderBy: { createdAt: "desc" },
    take: looked,
    select: { outcome: true, reason: true },
  });
  const short = rows.filter(({ reason }) => reason.length <= longest);
  const reasons = [...new Map(short.map((row) => [`${row.outcome} ${row.reason}`, row])).values()];
  return reasons
    .slice(0, most)
    .map(({ outcome, reason }) => ({ outcome: z.enum(recordedOutcomes).parse(outcome), reason }));
}

import "server-only";
import type { ModelFailure } from "@/lib/ai/schema";
import { Prisma, type Transaction } from "@/lib/db";
import type { ExpertsOutcome } from "@/lib/screening/schema";

/** Ends runs whose experts will not answer any more, with the reason: the built-in result stands. Gives their number. */
export async function endWithoutExperts(
  db: Pick<Transaction, "screeningRun">,
  where: Prisma.ScreeningRunWhereInput,
  failureReason: ModelFailure,
): Promise<number> {
  const runs = await db.screeningRun.findMany({
    where: { ...where, state: "running", result: { not: Prisma.DbNull } },
    orderBy: { number: "asc" },
    select: { id: true, result: true },
  });
  for (const { id, result } of runs) {
    await db.screeningRun.updateMany({
      where: { id, state: "running" },
      data: {
        ...{ state: "completed", currentView: null },
        result: { ...Object(result), experts: withoutExperts(failureReason) },
      },
    });
  }
  return runs.length;
}

function withoutExperts(failureReason: ModelFailure): ExpertsOutcome {
  const usage = { inputTokens: 0, outputTokens: 0, isEstimated: false, cost: 0, currency: "" };
  return { model: null, failureReason, experts: [], usage };
}

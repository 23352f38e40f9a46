import "server-only";
import { z } from "zod";
import { assertCan, visibleApplications } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { findBlindings, showRow } from "@/lib/resume/blind/blindings";
import { expertOf } from "@/lib/screening/experts/speakers";
import { listBatches } from "@/lib/screening/list-batches";
import { advice, type BatchDetail } from "@/lib/screening/schema";

/** One screening with every run of it, in the order in which they are made. Null when the viewer may not see it. */
export async function findBatch({ batchId, viewer }: { batchId: string; viewer: Viewer }): Promise<BatchDetail | null> {
  assertCan(viewer, "screening:read");
  if (!z.uuid().safeParse(batchId).success) return null;
  const [batch] = await listBatches({ batchId, viewer });
  if (!batch) return null;
  const rows = await scopedDb(viewer.organisationId).screeningRun.findMany({
    where: { batchId, application: visibleApplications(viewer) },
    orderBy: { number: "asc" },
    select: {
      ...{ id: true, applicationId: true, resumeId: true, state: true, error: true },
      ...{ comprehensiveScore: true, advice: true, currentView: true },
      ...{ expertInputTokens: true, expertOutputTokens: true, expertCost: true, expertCurrency: true },
      resume: { select: { candidateName: true, fileName: true } },
    },
  });
  const blindings = await findBlindings(
    viewer,
    rows.map(({ resumeId }) => resumeId),
  );
  const runs = rows.map(({ comprehensiveScore, resume, advice: given, currentView, ...run }) => ({
    ...{ ...run, ...showRow(resume, blindings.get(run.resumeId)), score: comprehensiveScore },
    expert: expertOf(currentView),
    advice: advice.nullable().parse(given),
  }));
  return { batch, runs, usage: usageOf(rows) };
}

type Spent = {
  expertInputTokens: number | null;
  expertOutputTokens: number | null;
  expertCost: number | null;
  expertCurrency: string | null;
};

function usageOf(rows: Spent[]): BatchDetail["usage"] {
  const asked = rows.filter(({ expertCurrency }) => expertCurrency !== null);
  const total = (key: "expertInputTokens" | "expertOutputTokens" | "expertCost") =>
    asked.reduce((sum, row) => sum + (row[key] ?? 0), 0);
  // In two currencies, or with a model that has no price, there is no sum.
  const currencies = new Set(asked.map(({ expertCurrency }) => expertCurrency));
  const hasCost = currencies.size === 1 && asked.every(({ expertCost }) => expertCost !== null);
  const [currency] = currencies;
  if (!currency) return null;
  const tokens = { inputTokens: total("expertInputTokens"), outputTokens: total("expertOutputTokens") };
  return { ...tokens, cost: hasCost ? total("expertCost") : null, currency };
}

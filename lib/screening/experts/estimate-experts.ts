import "server-only";
import { z } from "zod";
import { spentThisMonth } from "@/lib/ai/ledger";
import { modelNameOf } from "@/lib/ai/settings/find-model";
import { readStoredSettings } from "@/lib/ai/settings/stored-settings";
import { assertCan, visiblePositions, visibleResumes } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { requirement } from "@/lib/position/requirement";
import { estimateTokens } from "./estimate-tokens";
import { longestText } from "./prepare-resume";
import type { Amount, ExpertsEstimate } from "./schema";

type EstimateExperts = { positionId: string; resumeIds: string[]; viewer: Viewer };

/**
 * What experts would come to for some resumes on a position, and what the month's caps leave. Too much rather than too
 * little: what was asked before costs nothing and is counted all the same.
 */
export async function estimateExperts({ positionId, resumeIds, viewer }: EstimateExperts): Promise<ExpertsEstimate> {
  assertCan(viewer, "screening:start");
  const { organisationId } = viewer;
  const db = scopedDb(organisationId);
  const position = await db.position.findFirst({
    where: { id: positionId, ...visiblePositions(viewer) },
    select: { versions: { orderBy: { version: "desc" }, take: 1, select: { title: true, requirements: true } } },
  });
  const version = position?.versions[0];
  if (!version) throw new AppError("not_found", "position_not_found");
  const stored = await readStoredSettings(organisationId);
  const name = stored.asksExperts ? modelNameOf({ stored, task: "experts" }) : null;
  const { currency, monthlyTokenCap, monthlyCostCap, prices } = stored;
  const nothing = { calls: 0, inputTokens: 0, outputTokens: 0, cost: 0 };
  if (name === null)
    return { model: null, resumes: resumeIds.length, amount: nothing, currency, left: { tokens: null, cost: null } };

  const readable = await db.resume.findMany({
    where: { id: { in: resumeIds }, removedAt: null, state: "COMPLETED", ...visibleResumes(viewer) },
    select: { id: true },
  });
  const lengths = await db.$queryRaw<{ han: number; other: number }[]>`
    select length(regexp_replace(text, '[^\u4e00-\u9fff]', '', 'g')) as han,
      length(regexp_replace(text, '[\u4e00-\u9fff]', '', 'g')) as other
    from (select left(text, ${longestText}) as text from resume_content
      where resume_id = any(${readable.map(({ id }) => id)}::uuid[]) and organisation_id = ${organisationId}::uuid) shown`;
  const asked = { title: version.title, requirements: z.array(requirement).parse(version.requirements) };
  const each = lengths.map((length) => estimateTokens(asked, length));
  const total = (key: keyof (typeof each)[number]) => each.reduce((sum, one) => sum + one[key], 0);
  const [inputTokens, outputTokens] = [total("inputTokens"), total("outputTokens")];
  const price = prices.find(({ model }) => model === name);
  const cost = price ? (inputTokens * price.input + outputTokens * price.output) / 1_000_000 : null;
  const amount: Amount = { calls: total("calls"), inputTokens, outputTokens, cost };
  const spent = await spentThisMonth({ organisationId, currency });
  const left = {
    tokens: monthlyTokenCap === null ? null : Math.max(0, monthlyTokenCap - spent.tokens),
    cost: monthlyCostCap === null ? null : Math.max(0, monthlyCostCap - spent.cost),
  };
  return { model: name, resumes: lengths.length, amount, currency, left };
}

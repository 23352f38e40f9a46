import "server-only";
import { ModelError } from "@/lib/ai/model-error";
import type { ModelConfig } from "@/lib/ai/models";
import {
  type ModelCalls,
  type ModelCallsQuery,
  type ModelFailure,
  type ModelUsageLine,
  modelFailure,
} from "@/lib/ai/schema";
import { assertCan } from "@/lib/auth/permissions";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { env } from "@/lib/env";

/** Months are UTC's. */
export function monthOf(date = new Date()): string {
  return date.toISOString().slice(0, 7);
}

/**
 * Refuses a call once the day's or the month's cap is reached. Calls already under way are not counted until they end, so a
 * month can exceed its cap by what `MODEL_CONCURRENCY` calls per process come to.
 *
 * @throws cap_reached; price_missing when there is a cap in money and the model's price is not known
 */
export async function assertWithinCap(model: ModelConfig) {
  const { organisationId, monthlyTokenCap, monthlyCostCap, currency, price } = model;
  if (monthlyCostCap !== null && !price) throw new ModelError("price_missing");
  await assertWithinDay(organisationId);
  // Asked without a cap too: a call that could not be written down afterwards is not made.
  const { tokens, cost } = await spentThisMonth({ organisationId, currency });
  if (tokens >= (monthlyTokenCap ?? Number.POSITIVE_INFINITY)) throw new ModelError("cap_reached");
  if (cost >= (monthlyCostCap ?? Number.POSITIVE_INFINITY)) throw new ModelError("cap_reached");
}

/** @throws cap_reached */
async function assertWithinDay(organisationId: string) {
  const { MODEL_TOKENS_PER_DAY: cap } = env();
  if (!cap) return;
  const today = new Date();
  today.setUTCHours(0, 0, 0, 0);
  const { _sum: spent } = await scopedDb(organisationId).modelCall.aggregate({
    where: { createdAt: { gte: today } },
    _sum: { inputTokens: true, outputTokens: true },
  });
  if ((spent.inputTokens ?? 0) + (spent.outputTokens ?? 0) >= cap) throw new ModelError("cap_reached");
}

/** What counts against the month's caps: every task, the cost in the current currency. */
export async function spentThisMonth({ organisationId, currency }: Pick<ModelConfig, "organisationId" | "currency">) {
  const lines = await listUsage({ organisationId, month: monthOf() });
  return {
    tokens: lines.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    cost: lines.reduce((sum, line) => sum + (line.currency === currency ? (line.cost ?? 0) : 0), 0),
  };
}

export type Tokens = { input: number; output: number; isEstimated: boolean };

type Outcome = { tokens: Tokens; failure?: undefined } | { tokens?: undefined; failure: ModelFailure };

/** Lists a call and adds it to the month's line; one that failed has no tokens. */
export async function recordCall(
  model: ModelConfig,
  { tokens, failure, durationMs }: Outcome & { durationMs: number },
) {
  const { organisationId, task, name, currency, price } = model;
  const { input = 0, output = 0, isEstimated = false } = tokens ?? {};
  const cost = price ? (input * price.input + output * price.output) / 1_000_000 : 0;
  const [failed, estimated, unpriced] = [Number(!tokens), Number(isEstimated), Number(Boolean(tokens) && !price)];
  await scopedDb(organisationId).$executeRaw`
    with call as (
      insert into model_call (organisation_id, id, task, model, currency, failure, is_estimated,
        input_tokens, output_tokens, cost, duration_ms)
      values (${organisationId}::uuid, gen_random_uuid(), ${task}, ${name}, ${currency}, ${failure ?? null},
        ${isEstimated}, ${input}, ${output}, ${price ? cost : null}, ${Math.round(durationMs)})
    )
    insert into model_usage as line (organisation_id, month, task, model, currency,
      calls, failed_calls, estimated_calls, unpriced_calls, input_tokens, output_tokens, cost)
    values (${organisationId}::uuid, ${monthOf()}, ${task}, ${name}, ${currency},
      1, ${failed}, ${estimated}, ${unpriced}, ${input}, ${output}, ${cost})
    on conflict (organisation_id, month, task, model, currency) do update set
      calls = line.calls + 1,
      failed_calls = line.failed_calls + excluded.failed_calls,
      estimated_calls = line.estimated_calls + excluded.estimated_calls,
      unpriced_calls = line.unpriced_calls + excluded.unpriced_calls,
      input_tokens = line.input_tokens + excluded.input_tokens,
      output_tokens = line.output_tokens + excluded.output_tokens,
      cost = line.cost + excluded.cost`;
}

type ListCalls = ModelCallsQuery & { viewer: Viewer };
const callsPerPage = 100;

/**
 * The calls that a line of the ledger sums up, the newest first, a page of them.
 *
 * @throws forbidden for who may not see what models cost
 */
export async function listCalls({ month, task, model, page, viewer }: ListCalls): Promise<ModelCalls> {
  assertCan(viewer, "settings:read");
  const from = new Date(`${month}-01T00:00:00Z`);
  const until = new Date(from);
  until.setUTCMonth(until.getUTCMonth() + 1);
  const where = { task, model, createdAt: { gte: from, lt: until } };
  const db = scopedDb(viewer.organisationId);
  const [total, rows] = await Promise.all([
    db.modelCall.count({ where }),
    db.modelCall.findMany({
      ...{ where, take: callsPerPage, skip: (page - 1) * callsPerPage },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      omit: { organisationId: true, task: true, model: true },
    }),
  ]);
  return {
    total,
    rows: rows.map(({ createdAt, failure, ...row }) => ({
      ...{ ...row, at: createdAt.toISOString() },
      failure: failure === null ? null : modelFailure.catch("not_understood").parse(failure),
    })),
  };
}

export async function listUsage({ organisationId, month }: { organisationId: string; month: string }) {
  const rows = await scopedDb(organisationId).modelUsage.findMany({
    where: { month },
    orderBy: [{ task: "asc" }, { model: "asc" }],
    omit: { organisationId: true, month: true },
  });
  return rows.map(({ inputTokens, outputTokens, cost, ...line }): ModelUsageLine => {
    const hasPrice = line.calls - line.failedCalls > line.unpricedCalls;
    return {
      ...line,
      inputTokens: Number(inputTokens),
      outputTokens: Number(outputTokens),
      cost: hasPrice ? cost : null,
    };
  });
}

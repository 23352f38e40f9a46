import "server-only";
import { ModelError } from "@/lib/ai/model-error";
import type { ModelConfig } from "@/lib/ai/models";
import type { ModelUsageLine } from "@/lib/ai/schema";
import { scopedDb } from "@/lib/db";

/** Months are UTC's. */
export function monthOf(date = new Date()): string {
  return date.toISOString().slice(0, 7);
}

/**
 * Refuses a call once the month's cap is reached. Calls already under way are not counted until they end, so a
 * month can exceed its cap by what `MODEL_CONCURRENCY` calls per process come to.
 *
 * @throws cap_reached; price_missing when there is a cap in money and the model's price is not known
 */
export async function assertWithinCap(model: ModelConfig) {
  const { organisationId, monthlyTokenCap, monthlyCostCap, currency, price } = model;
  if (monthlyCostCap !== null && !price) throw new ModelError("price_missing");
  if (monthlyTokenCap === null && monthlyCostCap === null) return;
  const { tokens, cost } = await spentThisMonth({ organisationId, currency });
  if (tokens >= (monthlyTokenCap ?? Number.POSITIVE_INFINITY)) throw new ModelError("cap_reached");
  if (cost >= (monthlyCostCap ?? Number.POSITIVE_INFINITY)) throw new ModelError("cap_reached");
}

/** What counts against the caps: every task, the cost in the current currency. */
export async function spentThisMonth({ organisationId, currency }: Pick<ModelConfig, "organisationId" | "currency">) {
  const lines = await listUsage({ organisationId, month: monthOf() });
  return {
    tokens: lines.reduce((sum, { inputTokens, outputTokens }) => sum + inputTokens + outputTokens, 0),
    cost: lines.reduce((sum, line) => sum + (line.currency === currency ? (line.cost ?? 0) : 0), 0),
  };
}

export type Tokens = { input: number; output: number; isEstimated: boolean };

/** Adds a call to the month's line; null tokens for a call that failed. */
export async function recordCall({ organisationId, task, name, currency, price }: ModelConfig, tokens: Tokens | null) {
  const { input = 0, output = 0, isEstimated = false } = tokens ?? {};
  const cost = price ? (input * price.input + output * price.output) / 1_000_000 : 0;
  const [failed, estimated, unpriced] = [Number(!tokens), Number(isEstimated), Number(tokens !== null && !price)];
  await scopedDb(organisationId).$executeRaw`
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

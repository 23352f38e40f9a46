import { z } from "zod";
import { currencies, modelFailures, modelTasks } from "@/lib/ai/kinds";

export const modelTask = z.enum(modelTasks);
export type ModelTask = z.infer<typeof modelTask>;

export const modelFailure = z.enum(modelFailures);
export type ModelFailure = z.infer<typeof modelFailure>;

const modelName = z.string().trim().max(200);

export const modelNames = z.object({
  /** For every task without its own. */
  default: modelName.default(""),
  draft: modelName.default(""),
  summary: modelName.default(""),
  fields: modelName.default(""),
  experts: modelName.default(""),
  interview: modelName.default(""),
  review: modelName.default(""),
  recommendation: modelName.default(""),
  video: modelName.default(""),
});
export type ModelNames = z.infer<typeof modelNames>;

const perMillion = z.number().min(0).max(100_000);
/** For a million tokens. A model without one has an unknown price, which is not the same as 0. */
export const modelPrice = z.object({ model: modelName.min(1), input: perMillion, output: perMillion });
export type ModelPrice = z.infer<typeof modelPrice>;

export const currency = z.enum(currencies);

const baseUrl = z
  .url({ protocol: /^https?$/ })
  .max(500)
  .refine((value) => !/[?#@]/.test(value));

export const saveModelSettingsInput = z.object({
  baseUrl: z.union([z.literal(""), baseUrl]),
  /** Null keeps the stored key, unless the address moves to another server; empty removes it. */
  apiKey: z.string().trim().max(500).nullable(),
  modelNames,
  /** Whether a model looks for what reading a resume left uncertain. */
  fillsFields: z.boolean().default(true),
  /** Whether experts by a model take part in screenings. */
  asksExperts: z.boolean().default(true),
  prices: z
    .array(modelPrice)
    .max(50)
    .refine((prices) => new Set(prices.map(({ model }) => model)).size === prices.length),
  currency,
  monthlyTokenCap: z.int().min(1).max(2_000_000_000).nullable(),
  monthlyCostCap: z.number().positive().max(1_000_000_000).nullable(),
});
export type SaveModelSettingsInput = z.infer<typeof saveModelSettingsInput>;

/** One line of the ledger: a month's calls to one model for one task. */
export const modelUsageLine = z.object({
  /** A task, or `test` for the connection test. */
  task: z.string(),
  model: z.string(),
  currency: z.string(),
  calls: z.int(),
  failedCalls: z.int(),
  estimatedCalls: z.int(),
  unpricedCalls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  /** Null when no call of the line had a price. */
  cost: z.number().nullable(),
});
export type ModelUsageLine = z.infer<typeof modelUsageLine>;

export const modelCallsQuery = z.object({
  /** UTC, "2026-11". */
  month: z
    .string()
    .regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)
    .default(() => new Date().toISOString().slice(0, 7)),
  task: z.string().max(40).default(""),
  model: z.string().max(200).default(""),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type ModelCallsQuery = z.infer<typeof modelCallsQuery>;

export const modelCalls = z.object({
  total: z.int(),
  /** Of the page asked for: at most 100. */
  rows: z.array(
    z.object({
      id: z.uuid(),
      at: z.iso.datetime(),
      currency: z.string(),
      /** Null for a call that was answered. */
      failure: modelFailure.nullable(),
      /** The server did not count. */
      isEstimated: z.boolean(),
      inputTokens: z.int(),
      outputTokens: z.int(),
      /** Null where the model had no price. */
      cost: z.number().nullable(),
      durationMs: z.int(),
    }),
  ),
});
export type ModelCalls = z.infer<typeof modelCalls>;

export const modelSettingsView = saveModelSettingsInput.omit({ apiKey: true }).extend({
  hasApiKey: z.boolean(),
  /** What the environment names and the settings therefore cannot change. */
  environment: z.object({ hasConnection: z.boolean(), baseUrl: z.string(), modelNames }),
  /** The model that serves each task now, null for the built-in engine. */
  active: z.record(modelTask, z.string().nullable()),
  month: z.string(),
  usage: z.array(modelUsageLine),
});
export type ModelSettingsView = z.infer<typeof modelSettingsView>;

export const connectionTest = z.object({
  results: z.array(z.object({ model: z.string(), failureReason: modelFailure.nullable(), durationMs: z.int() })),
});
export type ConnectionTest = z.infer<typeof connectionTest>;

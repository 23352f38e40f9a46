import { z } from "zod";
import { type CronSchedule, parseCron } from "./cron.ts";
import { type Condition, parseEventPath, parseExpression } from "./expression.ts";

export type FunctionConfig = {
  id: string;
  eventTriggers: { event: string; conditions: Condition[] }[];
  cronTriggers: { text: string; schedule: CronSchedule }[];
  maxAttempts: number;
  /** How many of its steps run at once, over all processes; and per value of a key. */
  limit: number | null;
  keyed: { limit: number; path: string[] } | null;
  idempotencyPath: string[] | null;
  cancelOn: { event: string; conditions: Condition[]; timeout: string | null }[];
};

const concurrency = z.object({ limit: z.number().int(), key: z.string().optional(), scope: z.string().optional() });

/** What the SDK says of its functions in an in-band sync. */
export const syncAnswer = z.object({
  functions: z.array(
    z.object({
      id: z.string(),
      triggers: z.array(
        z.union([
          z.object({ event: z.string(), expression: z.string().optional() }),
          z.object({ cron: z.string(), jitter: z.unknown().optional() }),
        ]),
      ),
      steps: z.object({ step: z.object({ retries: z.object({ attempts: z.number().int() }).optional() }) }),
      concurrency: z.union([z.number().int(), concurrency, z.array(concurrency)]).optional(),
      idempotency: z.string().optional(),
      cancel: z
        .array(z.object({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
        .optional(),
      ...Object.fromEntries(unsupportedOptions().map((name) => [name, z.unknown().optional()])),
    }),
  ),
});
type SyncedFunction = z.infer<typeof syncAnswer>["functions"][number];

/** @throws naming the function and the option that the embedded jobs cannot honour */
export function readFunctionConfig(synced: SyncedFunction): FunctionConfig {
  const refuse = (what: string) => new Error(`Function ${synced.id}: ${what} is not supported by the embedded jobs`);
  for (const option of unsupportedOptions()) {
    if (option in synced && Reflect.get(synced, option) !== undefined) throw refuse(option);
  }
  return {
    id: synced.id,
    eventTriggers: synced.triggers.flatMap((trigger) => {
      if (!("event" in trigger)) return [];
      if (trigger.event.startsWith("inngest/") && trigger.event !== "inngest/function.failed") {
        throw refuse(`the trigger ${trigger.event}`);
      }
      if (trigger.event.includes("*")) throw refuse("a wildcard trigger");
      return { event: trigger.event, conditions: trigger.expression ? parseExpression(trigger.expression) : [] };
    }),
    cronTriggers: synced.triggers.flatMap((trigger) => {
      if (!("cron" in trigger)) return [];
      if (trigger.jitter !== undefined) throw refuse("cron jitter");
      return { text: trigger.cron, schedule: parseCron(trigger.cron) };
    }),
    // Inngest's default is four retries.
    maxAttempts: (synced.steps.step.retries?.attempts ?? 4) + 1,
    ...readConcurrency(synced, refuse),
    idempotencyPath: synced.idempotency ? readPath(synced.idempotency, refuse) : null,
    cancelOn: (synced.cancel ?? []).map(({ event, if: expression, timeout = null }) => ({
      event,
      timeout,
      conditions: expression ? parseExpression(expression) : [],
    })),
  };
}

function readConcurrency({ concurrency: given }: SyncedFunction, refuse: (what: string) => Error) {
  const options = [given ?? []].flat().map((option) => (typeof option === "number" ? { limit: option } : option));
  const whole = options.filter((option) => !("key" in option && option.key));
  const keyed = options.flatMap((option) => ("key" in option && option.key ? [{ ...option, key: option.key }] : []));
  if (whole.length > 1 || keyed.length > 1) throw refuse("a second concurrency limit of the same kind");
  for (const option of options) {
    if ("scope" in option && option.scope && option.scope !== "fn") throw refuse(`concurrency scope ${option.scope}`);
  }
  const key = keyed[0];
  return {
    // Inngest reads 0 as "no limit".
    limit: whole[0]?.limit || null,
    keyed: key ? { limit: key.limit, path: readPath(key.key, refuse) } : null,
  };
}

function readPath(text: string, refuse: (what: string) => Error) {
  const path = parseEventPath(text);
  if (!path) throw refuse(`the key ${text} (only event.data.… is)`);
  return path;
}

function unsupportedOptions() {
  return ["batchEvents", "debounce", "rateLimit", "throttle", "priority", "singleton", "timeouts"] as const;
}

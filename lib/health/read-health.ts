import "server-only";
import { z } from "zod";
import { jobMode } from "@/inngest/mode";
import { countJobs } from "@/inngest/stats";
import { isAnyModelSetUp } from "@/lib/ai/settings/is-any-model-set-up";
import { findSeparation, systemDb } from "@/lib/db";
import { storage } from "@/lib/storage/storage";
import { version } from "@/package.json";

const databaseTimeoutMs = 3000;

const state = z.enum(["up", "down"]);
const runner = z.enum(["embedded", "inngest"]);
const countedJobs = z.object({
  runner,
  state: z.literal("up"),
  queued: z.int(),
  running: z.int(),
  waiting: z.int(),
  failed: z.int(),
  undispatchedEvents: z.int(),
  oldestDueSeconds: z.number(),
});

export const healthReport = z.object({
  version: z.string(),
  status: z.enum(["ok", "degraded"]),
  database: state,
  separation: z
    .enum(["role", "owner", "none", "unknown"])
    .describe("whether PostgreSQL keeps organisations apart too: by a role, by its owner's own policy, or not"),
  storage: z.object({ kind: z.enum(["disk", "blob"]), state }),
  jobs: z.discriminatedUnion("state", [countedJobs, z.object({ runner, state: z.literal("unknown") })]),
  engine: z.object({ name: z.enum(["built-in", "model"]), state: z.literal("up") }),
});
export type HealthReport = z.infer<typeof healthReport>;

/** The state of each part, for load balancers and the settings page. */
export async function readHealth(): Promise<HealthReport> {
  const [database, separation, files, jobs, model] = await Promise.all([
    attempt(() => systemDb().$queryRaw`select 1`),
    attempt(findSeparation),
    attempt(() => storage().check()),
    attempt(() => countJobs()),
    attempt(() => isAnyModelSetUp()),
  ]);
  return {
    version,
    status: database.ok && files.ok ? "ok" : "degraded",
    database: database.ok ? "up" : "down",
    separation: separation.ok ? separation.value : "unknown",
    storage: { kind: storage().name, state: files.ok ? "up" : "down" },
    jobs: jobs.ok ? { runner: jobMode(), state: "up", ...jobs.value } : { runner: jobMode(), state: "unknown" },
    // The built-in engine needs nothing; with a model beside it, it still judges and scores.
    engine: { name: model.ok && model.value ? "model" : "built-in", state: "up" },
  };
}

async function attempt<T>(check: () => PromiseLike<T>): Promise<{ ok: true; value: T } | { ok: false }> {
  const late = new Promise<{ ok: false }>((resolve) =>
    setTimeout(() => resolve({ ok: false }), databaseTimeoutMs).unref(),
  );
  const result = Promise.resolve(check()).then(
    (value): { ok: true; value: T } => ({ ok: true, value }),
    () => ({ ok: false as const }),
  );
  return Promise.race([result, late]);
}

import "server-only";
import { jobMode } from "@/inngest/mode";
import { countJobs } from "@/inngest/stats";
import { isAnyModelSetUp } from "@/lib/ai/settings/is-any-model-set-up";
import { findSeparation, systemDb } from "@/lib/db";
import { storage } from "@/lib/storage/storage";
import { version } from "@/package.json";

const databaseTimeoutMs = 3000;

/** The state of each part, for load balancers and the settings page. */
export async function readHealth() {
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
    /** Whether PostgreSQL keeps organisations apart too: by a role, by its owner's own policy, or not. */
    separation: separation.ok ? separation.value : ("unknown" as const),
    storage: { kind: storage().name, state: files.ok ? "up" : "down" },
    jobs: { runner: jobMode(), ...(jobs.ok ? { state: "up", ...jobs.value } : { state: "unknown" }) },
    // The built-in engine needs nothing; with a model beside it, it still judges and scores.
    engine: { name: model.ok && model.value ? ("model" as const) : ("built-in" as const), state: "up" },
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

import "server-only";
import { jobMode } from "@/inngest/mode";
import { countJobs } from "@/inngest/stats";
import { systemDb } from "@/lib/db";
import { storage } from "@/lib/storage/storage";
import { version } from "@/package.json";

const databaseTimeoutMs = 3000;

/** The state of each part, for load balancers and the settings page. */
export async function readHealth() {
  const [database, files, jobs] = await Promise.all([
    attempt(() => systemDb().$queryRaw`select 1`),
    attempt(() => storage().check()),
    attempt(() => countJobs()),
  ]);
  return {
    version,
    status: database.ok && files.ok ? "ok" : "degraded",
    database: database.ok ? "up" : "down",
    storage: { kind: storage().name, state: files.ok ? "up" : "down" },
    jobs: { runner: jobMode(), ...(jobs.ok ? { state: "up", ...jobs.value } : { state: "unknown" }) },
    engine: { name: "built-in", state: "up" },
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

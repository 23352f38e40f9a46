import { startJobs } from "@/inngest/start";
import { findSeparation } from "@/lib/db";
import { env } from "@/lib/env";
import { isCrowded } from "@/lib/http/gate";
import { closeServers, watchRequests } from "@/lib/http/watch-requests";
import { log } from "@/lib/log";
import { metrics } from "@/lib/metrics/registry";
import { closeReportPool } from "@/lib/report/pdf/report-pool";
import { closeOcrPool } from "@/lib/resume/ocr-pool";
import { closeParsePool } from "@/lib/resume/parse-pool";
import { startTracing } from "@/lib/tracing/start-tracing";
import { closeMediaPools } from "@/lib/video/container/media-pool";

const globals = globalThis as typeof globalThis & { hireglassBackground?: true };
const drainMs = 20_000;

/** The jobs of this process and the watch over its launcher. */
export async function startBackground() {
  if (globals.hireglassBackground || process.env.NEXT_PHASE === "phase-production-build") return;
  globals.hireglassBackground = true;
  watchRequests();
  const { DATABASE_URL, JOB_CONCURRENCY, HIREGLASS_LAUNCHER_PID } = env();
  const stopTracing = await startTracing();
  const kept = metrics();
  const jobs = await startJobs({
    ...{ connectionString: DATABASE_URL, concurrency: JOB_CONCURRENCY, logger: log, isCrowded },
    onOutcome: async ({ functionId, recorded, seconds }) =>
      (await kept)?.jobs.observe({ function: functionId, outcome: recorded }, seconds),
  });
  void warnWithoutSeparation();
  const stop = async () => {
    await Promise.all([closeServers(drainMs), jobs.stop({ timeoutMs: drainMs })]);
    await Promise.all([closeParsePool(), closeOcrPool(), closeReportPool(), closeMediaPools()]);
    await stopTracing();
    // Where Next.js waits for the signal too, it leaves when it is done.
    if (process.env.NEXT_MANUAL_SIG_HANDLE) process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop());
  if (HIREGLASS_LAUNCHER_PID) leaveWith(HIREGLASS_LAUNCHER_PID);
}

/** A login that passes row-level security and may make no roles: lib/db.ts alone keeps organisations apart. */
async function warnWithoutSeparation() {
  const separation = await findSeparation().catch(() => null);
  if (separation === "none") log.warn("row-level security does not hold this database's login; see docs/security.md");
}

/** After a kill -9 of the launcher nobody would stop this process, and it holds the port. */
function leaveWith(launcherPid: number) {
  const timer = setInterval(() => {
    try {
      process.kill(launcherPid, 0);
    } catch {
      clearInterval(timer);
      log.warn("the launcher is gone; leaving");
      process.kill(process.pid, "SIGTERM");
    }
  }, 1000);
  timer.unref();
}

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";

export type Counts = { passed: number; failed: number; skipped: number };

/** Three times what a stage needs on two cores; one that hangs must not hide the others' results. */
const stageLimitMs = 45 * 60_000;
const graceMs = 30_000;

/** Runs Node programs one after another, each with its output on ours and without standard input. */
export function createStageRunner(env: Record<string, string>) {
  let running: { child: ChildProcess; ended: Promise<number> } | null = null;

  async function stop() {
    if (!running) return;
    const { child, ended } = running;
    // Vitest and Playwright tear down on SIGINT, not on SIGTERM.
    signalGroup(child, "SIGINT");
    const timer = setTimeout(() => signalGroup(child, "SIGKILL"), graceMs);
    await ended;
    clearTimeout(timer);
    signalGroup(child, "SIGKILL");
  }

  async function run(args: string[], more: Record<string, string> = {}): Promise<number> {
    const child = spawn(process.execPath, args, {
      stdio: ["ignore", "inherit", "inherit"],
      detached: true,
      env: { ...process.env, ...env, NEXT_TELEMETRY_DISABLED: "1", ...more },
    });
    const ended = once(child, "exit").then(([code]) => (typeof code === "number" ? code : 1));
    running = { child, ended };
    const timer = setTimeout(() => {
      console.log(`Stopped after ${stageLimitMs / 60_000} minutes.`);
      void stop();
    }, stageLimitMs);
    const code = await ended;
    clearTimeout(timer);
    running = null;
    return code;
  }

  return {
    stop,
    /** A program whose exit code is the whole result: one test. */
    check: async (args: string[]): Promise<Counts> => {
      const failed = (await run(args)) === 0 ? 0 : 1;
      return { passed: 1 - failed, failed, skipped: 0 };
    },
    /** A test runner that writes a report. A failure that the report does not show counts as one. */
    count: async (args: string[], read: () => Promise<Counts>, more: Record<string, string> = {}): Promise<Counts> => {
      const code = await run(args, more);
      const counts = await read().catch(() => ({ passed: 0, failed: 0, skipped: 0 }));
      const isSilentFailure = counts.failed === 0 && (code !== 0 || counts.passed === 0);
      return isSilentFailure ? { ...counts, failed: 1 } : counts;
    },
  };
}

export async function readVitestCounts(path: string): Promise<Counts> {
  const report: {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numTodoTests: number;
    testResults: { status: string; assertionResults: unknown[] }[];
  } = JSON.parse(await readFile(path, "utf8"));
  // A file that does not even load has no test of its own in the counts.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

export async function readPlaywrightCounts(path: string): Promise<Counts> {
  const report: {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: unknown[];
  } = JSON.parse(await readFile(path, "utf8"));
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch {
    // The group has ended.
  }
}

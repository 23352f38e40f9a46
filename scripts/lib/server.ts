import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";

const drainMs = 25_000;
/** Of V8's room for new objects, a half. A quarter of its default saves 100 MB and costs no processor time (150 lists, 60 pages). */
const youngMegabytes = 4;
/** Longer than a proxy keeps an idle connection (60 s): one that we close while it sends is a lost request. */
const keepAliveMs = 75_000;

/** Starts `next start` or `next dev` and resolves when /api/health answers. */
export async function startServer(options: {
  command: "start" | "dev";
  port: number;
  host: string;
  env: Record<string, string>;
  readyTimeoutMs?: number;
  /** Hears of what it says on its error stream, which is where the log goes; else that is ours too. */
  onOutput?: (text: string) => void;
}): Promise<{ child: ChildProcess; exited: Promise<number>; stop: () => Promise<void> }> {
  const { command, port, host, env, readyTimeoutMs = 60_000, onOutput } = options;
  const next = ["node_modules/next/dist/bin/next", command, "-p", String(port), "-H", host];
  if (command === "start") next.push("--keepAliveTimeout", String(keepAliveMs));
  const child = spawn(process.execPath, [`--max-semi-space-size=${youngMegabytes}`, ...next], {
    stdio: ["ignore", command === "dev" ? "inherit" : "ignore", onOutput ? "pipe" : "inherit"],
    env: {
      ...process.env,
      NEXT_TELEMETRY_DISABLED: "1",
      // It drains by itself (lib/background.ts); Next.js would leave in the middle of a job.
      ...(command === "start" && { NEXT_MANUAL_SIG_HANDLE: "1" }),
      HIREGLASS_LAUNCHER_PID: String(process.pid),
      ...env,
    },
  });
  if (onOutput) child.stderr?.on("data", (chunk) => onOutput(String(chunk)));
  const exited = once(child, "exit").then(([code, signal]) => code ?? (signal ? 1 : 0));
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), drainMs);
    await exited;
    clearTimeout(timer);
  };

  const deadline = Date.now() + readyTimeoutMs;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error("The server ended while starting. See the lines above.");
    const address = `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}/api/health`;
    const response = await fetch(address).catch(() => null);
    if (response?.ok) return { child, exited, stop };
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  await stop();
  throw new Error(`The server did not answer within ${readyTimeoutMs / 1000} s.`);
}

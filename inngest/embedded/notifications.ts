import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

const channel = "hireglass_jobs";

/**
 * Calls `onNotice` when any process enqueues something, and once after each (re)connection. Losing the connection
 * only costs speed: the worker polls as well.
 */
export function listenForJobs({ connectionString, onNotice }: { connectionString: string; onNotice: () => void }) {
  const stopping = new AbortController();

  async function run() {
    while (!stopping.signal.aborted) {
      await listenOnce().catch(() => undefined);
      await sleep(500, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  }

  async function listenOnce() {
    const listener = new pg.Client({ connectionString, keepAlive: true, application_name: "hireglass-jobs-listen" });
    const ended = new Promise<void>((resolve) => {
      listener.on("error", () => resolve());
      listener.on("end", () => resolve());
      stopping.signal.addEventListener("abort", () => resolve(), { once: true });
    });
    listener.on("notification", onNotice);
    const listening = listener.connect().then(async () => {
      await listener.query(`listen ${channel}`);
      onNotice();
      await ended;
    });
    listening.catch(() => undefined);
    // A connection that is closed while it opens never says so.
    await Promise.race([listening, ended]).finally(() => void listener.end().catch(() => undefined));
  }

  const running = run();
  return {
    stop: () => {
      stopping.abort();
      return running;
    },
  };
}

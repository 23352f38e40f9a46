import type { OutboxEvent } from "../outbox.ts";

/** What the rest of the process may ask of a running worker. */
export type RunningWorker = {
  appId: string;
  wake: () => void;
  send: (events: OutboxEvent[]) => Promise<string[]>;
};

declare global {
  var hireglassJobWorkers: Set<RunningWorker> | undefined;
}

/** On globalThis, because Next bundles instrumentation and routes apart: a module's own variable exists twice. */
export function runningWorkers(): Set<RunningWorker> {
  globalThis.hireglassJobWorkers ??= new Set();
  return globalThis.hireglassJobWorkers;
}

export function wakeWorkers() {
  for (const worker of runningWorkers()) worker.wake();
}

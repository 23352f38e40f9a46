import { setTimeout as sleep } from "node:timers/promises";
import { type Claiming, claimTasks, peek } from "./claim-tasks.ts";
import { dispatchEvents } from "./dispatch-events.ts";
import { expireDeadLeases } from "./lease-owner.ts";
import { releaseLeases, releaseStray, renewLeases } from "./leases.ts";
import { errorName } from "./logger.ts";
import { runTask, type TaskContext } from "./run-task.ts";
import { type Task, timerQueue } from "./task.ts";
import { createWakeSignal } from "./wake-signal.ts";

type WorkerOptions = TaskContext &
  Pick<Claiming, "owner"> & {
    concurrency: number;
    pollMs: number;
    /** Whether people wait for this process at present: then it takes up little. */
    isCrowded?: () => boolean;
  };

const leastAtOnce = 2;

/** The loop that turns events into tasks and tasks into calls. */
export function createWorker(options: WorkerOptions) {
  const { pool, functions, owner, leaseSeconds, logger, concurrency, pollMs } = options;
  const signal = createWakeSignal();
  const active = new Map<string, { task: Task; done: Promise<void> }>();
  let completed = 0;
  let isStopping = false;
  let loop: Promise<void> = Promise.resolve();
  let renewal: NodeJS.Timeout | undefined;

  async function work() {
    let isFresh = true;
    let isConnected = true;
    while (!isStopping) {
      try {
        if (isFresh) {
          await expireDeadLeases(pool);
          await releaseStray({ pool, owner, tasks: heldTasks() });
        }
        isFresh = false;
        if (!(await workOnce())) await signal.wait(pollMs);
        isConnected = true;
      } catch (error) {
        isFresh = true;
        if (isConnected) logger.error({ error: errorName(error) }, "jobs wait for the database");
        isConnected = false;
        await sleep(pollMs);
      }
    }
  }

  /** @returns whether there may be more to do at once */
  async function workOnce(): Promise<boolean> {
    const busy = heldTasks();
    const found = await peek({ pool, functions, busy });
    const dispatched = found.events ? await dispatchEvents({ pool, functions }) : 0;
    const queues = dispatched > 0 ? [timerQueue, ...functions.keys()] : found.queues;
    const most = options.isCrowded?.() ? Math.min(leastAtOnce, concurrency) : concurrency;
    const free = Math.max(0, most - active.size);
    if (queues.length === 0 || free === 0) return dispatched > 0;
    const takesSuspect = busy.every((task) => task.crashes < 2);
    const tasks = await claimTasks({ pool, functions, queues, free, busy, takesSuspect, owner, leaseSeconds });
    for (const task of tasks) begin(task);
    return dispatched > 0 || tasks.length > 0;
  }

  function begin(task: Task) {
    const done = runTask(options, task).finally(() => {
      active.delete(task.id);
      completed += 1;
      signal.wake();
    });
    active.set(task.id, { task, done });
  }

  const heldTasks = () => [...active.values()].map(({ task }) => task);

  return {
    wake: signal.wake,
    stats: () => ({ active: active.size, completed }),
    start: () => {
      loop = work();
      renewal = setInterval(
        () => {
          renewLeases({ pool, tasks: heldTasks(), leaseSeconds }).catch((error) => {
            logger.warn({ error: errorName(error) }, "leases not renewed");
          });
        },
        (leaseSeconds * 1000) / 3,
      );
      renewal.unref();
    },
    stop: async ({ timeoutMs }: { timeoutMs: number }) => {
      isStopping = true;
      signal.wake();
      await loop;
      const timeout = new AbortController();
      await Promise.race([
        Promise.all([...active.values()].map(({ done }) => done)),
        sleep(timeoutMs, undefined, { signal: timeout.signal }).catch(() => undefined),
      ]);
      timeout.abort();
      clearInterval(renewal);
      await releaseLeases({ pool, tasks: heldTasks() }).catch((error) => {
        logger.warn({ error: errorName(error) }, "leases not released; they run out by themselves");
      });
    },
  };
}

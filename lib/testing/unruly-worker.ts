import { setTimeout as sleep } from "node:timers/promises";
import { serveTasks } from "../process-pool";

const left: unknown[] = [];

/** Does what a hostile file could make its reader do. */
const deeds: Record<string, () => unknown> = {
  fine: () => process.pid,
  slow: () => sleep(300, "slow"),
  loop: () => {
    for (;;);
  },
  crash: () => process.kill(process.pid, "SIGSEGV"),
  fail: () => Promise.reject(new Error("unforeseen")),
  grow: () => {
    for (;;) left.push(new Array(100_000).fill(Math.random()));
  },
  // One allocation beyond the heap: a thread would take the whole server with it.
  leap: () => {
    for (;;) left.push(new Array(30_000_000).fill("x"));
  },
  pixels: async () => {
    for (;;) {
      left.push(Buffer.alloc(20_000_000, 1));
      await sleep(10);
    }
  },
  leave: async () => {
    left.push(Buffer.alloc(150_000_000, 1));
    await sleep(500);
    return left.length;
  },
  environment: () => JSON.stringify(process.env),
};

serveTasks({ do: async ({ what }: { what: string }) => deeds[what]?.() });

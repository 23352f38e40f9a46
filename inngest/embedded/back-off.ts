const second = 1000;
const minute = 60 * second;

/** Inngest's own table (pkg/backoff), so that a function waits as long here as there. */
const delays = [15 * second, 30 * second, ...[1, 2, 5, 10, 20, 40, 60, 120].map((count) => count * minute)];

/** How long to wait after the given attempt (from 0) failed. The last delay repeats. */
export function backOffMs(attempt: number, random = Math.random) {
  const delay = delays[Math.min(attempt, delays.length - 1)] ?? 0;
  return delay + Math.floor(random() * 30 * second);
}

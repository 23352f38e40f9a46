import type * as interview from "../../lib/interview/engine/fixtures/long-interview.ts";
import { importSource } from "./import-source.ts";

/*
 * node scripts/bench/interview.ts: how long an interview of forty turns takes to be listened to, in milliseconds.
 * Suggestions have to be there within 50.
 */
const { longInterview, work } = await importSource<typeof interview>("lib/interview/engine/fixtures/long-interview.ts");
const rounds = 30;

for (const [name, run] of Object.entries(work)) {
  const times = Array.from({ length: rounds }, () => {
    // New turns each time, so that nothing remembered of these counts.
    const turns = longInterview();
    const startedAt = performance.now();
    run(turns);
    return performance.now() - startedAt;
  });
  const [first = 0, ...later] = times;
  const sorted = later.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(1);
  console.log(`${name.padEnd(18)} first ${first.toFixed(1)} ms, p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`);
}

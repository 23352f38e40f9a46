export type Spread = { count: number; p50: number; p95: number; most: number };

/** The middle, the slowest of twenty and the slowest of some times. */
export function spread(times: number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { count: times.length, p50: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? 0 };
}

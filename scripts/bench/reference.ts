const numbers = 400_000;
const rounds = 5;

/**
 * Milliseconds that one processor takes to sort and write out the same 400,000 numbers, the median of five: what the
 * machine does at this hour. Figures of two runs compare by it.
 */
export function measureReference(): number {
  const times = Array.from({ length: rounds }, () => {
    const startedAt = performance.now();
    let seed = 1;
    const made = Array.from({ length: numbers }, () => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed;
    });
    JSON.stringify(made.sort((a, b) => a - b));
    return performance.now() - startedAt;
  });
  return times.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}

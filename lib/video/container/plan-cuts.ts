export type PacketSizes = { bytes: ArrayLike<number>; seconds: ArrayLike<number> };
type Limits = { mostBytes: number; mostSeconds: number };

/** Silence is looked for in the last part of a piece. */
const searched = 0.25;
/** So long is the shortest pause that a cut is good in. */
const pauseSeconds = 0.3;

/**
 * Before which packets a track is cut so that every piece keeps within its limits: in the quietest third of a second
 * of the last quarter, which in a stream of changing bit rate is where packets are smallest; where all are of one size,
 * at the last packet that fits.
 *
 * @returns indices of first packets, the first of them 0
 */
export function planCuts({ bytes, seconds }: PacketSizes, { mostBytes, mostSeconds }: Limits): number[] {
  const cuts = [0];
  let from = 0;
  let size = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    const own = bytes[index] ?? 0;
    const held = (seconds[index] ?? 0) - (seconds[from] ?? 0);
    if (index > from && (size + own > mostBytes || held >= mostSeconds)) {
      from = quietest({ bytes, seconds }, from + Math.ceil((index - from) * (1 - searched)), index);
      cuts.push(from);
      size = 0;
      for (let at = from; at < index; at += 1) size += bytes[at] ?? 0;
    }
    size += own;
  }
  return cuts;
}

function quietest({ bytes, seconds }: PacketSizes, start: number, end: number): number {
  let best = end;
  let least = Number.POSITIVE_INFINITY;
  let tail = start;
  let sum = 0;
  for (let at = start; at < end; at += 1) {
    sum += bytes[at] ?? 0;
    while (tail < at && (seconds[at] ?? 0) - (seconds[tail] ?? 0) > pauseSeconds) {
      sum -= bytes[tail] ?? 0;
      tail += 1;
    }
    const mean = sum / (at - tail + 1);
    const isWhole = (seconds[at] ?? 0) - (seconds[start] ?? 0) >= pauseSeconds;
    // The last of equals: pieces as long as they may be.
    if (isWhole && mean <= least) {
      least = mean;
      best = Math.floor((tail + at) / 2) + 1;
    }
  }
  const all = mean(bytes, start, end);
  return least < 0.9 * all ? best : end;
}

function mean(bytes: ArrayLike<number>, start: number, end: number): number {
  let sum = 0;
  for (let at = start; at < end; at += 1) sum += bytes[at] ?? 0;
  return sum / Math.max(1, end - start);
}

export type Dice = {
  /** A whole number from `from` to `to`, both included. */
  int: (from: number, to: number) => number;
  pick: <T>(list: readonly T[]) => T;
  /** `count` different ones, in the list's order. */
  some: <T>(list: readonly T[], count: number) => T[];
  isLucky: (share: number) => boolean;
};

/** The same throws for the same seed (Mulberry32). */
export function makeDice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    int,
    pick: (list) => {
      const value = list[int(0, list.length - 1)];
      if (value === undefined) throw new Error("Nothing to pick from");
      return value;
    },
    some: (list, count) => {
      const places = list.map((_, index) => ({ index, rank: next() })).sort((a, b) => a.rank - b.rank);
      const chosen = new Set(places.slice(0, count).map(({ index }) => index));
      return list.filter((_, index) => chosen.has(index));
    },
    isLucky: (share) => next() < share,
  };
}

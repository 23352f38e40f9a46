import { fields, type Verdict } from "./score";

/** Shares from 0 to 1, or null where there was nothing to find and nothing found. `count` is how many there were to find. */
export type Figures = { count: number; precision: number | null; recall: number | null; f1: number | null };
export type Tally = { overall: Figures; fields: Record<string, Figures> };

/** Overall counts single values; whole entries are shown beside them. */
export function tally(verdicts: Verdict[]): Tally {
  const byField = Map.groupBy(verdicts, ({ field }) => field);
  return {
    overall: figures(verdicts.filter(({ field }) => !field.endsWith(".entry"))),
    fields: Object.fromEntries(fields.map((field) => [field, figures(byField.get(field) ?? [])])),
  };
}

function figures(verdicts: Verdict[]): Figures {
  const count = (...outcomes: Verdict["outcome"][]) =>
    verdicts.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const [right, tooMany, tooFew] = [count("right"), count("extra", "wrong"), count("missed", "wrong")];
  const share = (of: number) => (of > 0 ? right / of : null);
  const all = 2 * right + tooMany + tooFew;
  return {
    count: right + tooFew,
    precision: share(right + tooMany),
    recall: share(right + tooFew),
    f1: all > 0 ? (2 * right) / all : null,
  };
}

export type Band = { from: number; to: number; count: number; right: number };
const edges = [0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01];

/** Of the values given with a confidence in a band, how many are right. */
export function calibration(verdicts: Verdict[]): Band[] {
  const given = verdicts.filter(
    ({ confidence, outcome }) => confidence !== null && outcome !== "missed" && outcome !== "silent",
  );
  return edges.slice(1).map((to, index) => {
    const from = edges[index] ?? 0;
    const own = given.filter(({ confidence }) => confidence !== null && confidence >= from && confidence < to);
    return {
      from,
      to: Math.min(to, 1),
      count: own.length,
      right: own.filter(({ outcome }) => outcome === "right").length,
    };
  });
}

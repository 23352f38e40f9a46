import type { Movement, Recommendation } from "@/lib/recommendation/schema";
import type { BoardMark } from "@/lib/screening/schema";

/** What two analyses of one candidate say otherwise, the large things first. */
export function compareRecommendations(before: Recommendation, now: Recommendation): Movement[] {
  const moves: Movement[] = [
    { kind: "score", key: "score", text: "", from: before.score?.value ?? null, to: now.score?.value ?? null },
    ...now.dimensions.map(({ key, score }): Movement => {
      const old = before.dimensions.find((one) => one.key === key);
      return { kind: "dimension", key, text: "", from: old?.score ?? null, to: score };
    }),
    ...now.dimensions.flatMap(({ key, subScores }) => {
      const old = before.dimensions.find((one) => one.key === key)?.subScores ?? [];
      return subScores.map((one): Movement => {
        const from = old.find((other) => other.key === one.key)?.value ?? null;
        return { kind: "sub_score", key: one.key, text: "", from, to: one.value };
      });
    }),
    // An engine without a table has no verdicts to compare with.
    ...(before.matrix.rows.length === 0 ? [] : verdicts(before, now)),
  ];
  return moves.filter(({ from, to }) => from !== to);
}

function verdicts(before: Recommendation, now: Recommendation): Movement[] {
  const old = new Map(marksOf(before).map((row) => [row.key, row]));
  return marksOf(now).map(({ key, text, mark }) => ({
    ...{ kind: "requirement", key, text, from: old.get(key)?.mark ?? null, to: mark },
  }));
}

export function marksOf({ matrix }: Recommendation): { key: string; text: string; mark: BoardMark | null }[] {
  return matrix.rows
    .filter(({ kind }) => kind === "requirement")
    .map(({ key, text, entries }) => ({
      ...{ key, text },
      mark: entries.find(({ column }) => column === "screening")?.mark ?? null,
    }));
}

import { byAdviceAndScore } from "@/lib/screening/by-advice-and-score";
import type { Board, BoardMark, BoardRow } from "@/lib/screening/schema";
import { kendallTauB } from "./kendall";
import type { Calibration, Disagreement } from "./schema";

type Asked = Board["requirements"][number];
type Screened = BoardRow & { run: NonNullable<BoardRow["run"]> };

/** What a mark counts, as the engine's usual points. */
const points: Record<BoardMark, number> = { met: 100, partly: 50, unknown: 50, not_met: 0, gate_failed: 0 };

/** Holds a person's order against the board's: how far they agree, and what each disagreement comes from. */
export function compareOrder(ordered: readonly Screened[], requirements: readonly Asked[]): Calibration {
  const standings = standingsOf(ordered);
  const ranks = ordered.map((_, index) => -index);
  const disagreements: Disagreement[] = [];
  let [pairs, agreeing] = [0, 0];
  for (const [index, preferred] of ordered.entries()) {
    for (const [step, other] of ordered.slice(index + 1).entries()) {
      const difference = (standings[index] ?? 0) - (standings[index + 1 + step] ?? 0);
      pairs += 1;
      if (difference > 0) agreeing += 1;
      if (difference >= 0) continue;
      const requirement = explain(preferred, other, requirements);
      const side = (row: Screened, rank: number) => ({
        ...{ applicationId: row.applicationId, name: row.candidateName ?? row.fileName, rank },
        mark: requirement ? (row.run.marks[requirements.indexOf(requirement)] ?? null) : null,
      });
      disagreements.push({
        preferred: side(preferred, index + 1),
        other: side(other, index + 2 + step),
        requirement: requirement && { key: requirement.key, text: requirement.text, weight: requirement.weight },
      });
    }
  }
  return { tau: kendallTauB(ranks, standings), pairs, agreeing, disagreements, requirements: count(disagreements) };
}

/** How many stand behind each on the board: equal ones have equal numbers. */
function standingsOf(rows: readonly Screened[]): number[] {
  return rows.map(({ run }) => rows.filter((other) => byAdviceAndScore(run, other.run) < 0).length);
}

/** The requirement that speaks most for the one whom the engine puts first, by its weight. */
function explain(preferred: Screened, other: Screened, requirements: readonly Asked[]): Asked | null {
  const pulls = requirements.map(({ weight }, place) => {
    const [own, theirs] = [preferred.run.marks[place], other.run.marks[place]];
    return own && theirs ? weight * (points[theirs] - points[own]) : 0;
  });
  const strongest = Math.max(0, ...pulls);
  return strongest > 0 ? (requirements[pulls.indexOf(strongest)] ?? null) : null;
}

function count(disagreements: Disagreement[]): Calibration["requirements"] {
  const named = disagreements.flatMap(({ requirement }) => requirement ?? []);
  return [...Map.groupBy(named, ({ key }) => key).values()]
    .flatMap((same) => (same[0] ? [{ ...same[0], count: same.length }] : []))
    .toSorted((a, b) => b.count - a.count);
}

import type { SpreadResults, SpreadSample } from "./schema";

type Measured = Pick<SpreadResults, "candidates" | "verdicts" | "changedVerdicts">;

/** How far the rounds of each candidate lie apart. A candidate with fewer than two rounds says nothing. */
export function toResults(samples: readonly SpreadSample[]): Measured {
  const grouped = [...Map.groupBy(samples, ({ applicationId }) => applicationId)].filter(([, own]) => own.length > 1);
  const candidates = grouped.map(([applicationId, own]) => ({
    applicationId,
    rounds: own.length,
    comprehensive: rangeOf(own, "comprehensive"),
    hr: rangeOf(own, "hr"),
    technical: rangeOf(own, "technical"),
    manager: rangeOf(own, "manager"),
    changed: countVerdicts(own).filter(({ verdicts }) => Object.keys(verdicts).length > 1),
  }));
  return {
    candidates,
    verdicts: grouped.reduce((sum, [, [first]]) => sum + (first?.verdicts.length ?? 0), 0),
    changedVerdicts: candidates.reduce((sum, { changed }) => sum + changed.length, 0),
  };
}

function rangeOf(samples: readonly SpreadSample[], key: keyof SpreadSample["scores"]) {
  const values = samples.map(({ scores }) => scores[key]);
  return { low: Math.min(...values), high: Math.max(...values) };
}

function countVerdicts(samples: readonly SpreadSample[]) {
  const given = Map.groupBy(
    samples.flatMap(({ verdicts }) => verdicts),
    ({ requirementKey }) => requirementKey,
  );
  return [...given].map(([requirementKey, verdicts]) => {
    const counts: SpreadResults["candidates"][number]["changed"][number]["verdicts"] = {};
    for (const { verdict } of verdicts) counts[verdict] = (counts[verdict] ?? 0) + 1;
    return { requirementKey, verdicts: counts };
  });
}

import type { ScreeningResult, StandingOverride } from "@/lib/screening/schema";
import type { Judged } from "./judge-requirement";
import { gateOf, usualPoints } from "./judgement";
import { counts, type ReadDimensions, type ScreenedPosition, scoreJudged } from "./score-judged";

type WithOverrides = { position: ScreenedPosition; result: ScreeningResult; overrides: readonly StandingOverride[] };

/**
 * A result as it stands with what people say instead of some verdicts: the overridden verdict counts its usual points, and
 * everything that follows from verdicts is worked out again. Reasons and quotes stay the engine's; its verdict goes along.
 * An override is left out where the requirement is not the one it was made for, word for word.
 */
export function withOverrides({ position, result, overrides }: WithOverrides): ScreeningResult {
  const judged = readJudged(position, result);
  const read = readDimensions(result);
  if (!judged || !read) return result;
  const changed = judged.map((row): Judged => {
    const { requirement, verdict: own } = row;
    const override = overrides.find(({ requirementKey }) => requirementKey === requirement.key);
    if (!override || override.requirementText !== requirement.text || !counts(row)) return row;
    const { id, verdict, reason, by, at } = override;
    const points = usualPoints[verdict];
    const told = { id, reason, by, at, engineVerdict: own.verdict, engineGate: own.gate };
    return {
      ...{ requirement, points },
      verdict: { ...own, verdict, gate: gateOf(requirement, verdict), points, override: told },
    };
  });
  if (changed.every(({ verdict }) => !verdict.override)) return result;
  const { engine, experts } = result;
  return {
    engine,
    ...(experts && { experts }),
    verdicts: changed.map(({ verdict }) => verdict),
    ...scoreJudged({ position, judged: changed, read }),
  };
}

/** Results of engines before version 6 do not say what their verdicts count, and cannot be scored anew. */
export function canOverride(result: ScreeningResult): boolean {
  return result.verdicts.every(({ points }) => points !== undefined);
}

/** The verdicts of a kept result with their requirements; null when it cannot be scored anew. */
export function readJudged({ requirements }: ScreenedPosition, { verdicts }: ScreeningResult): Judged[] | null {
  const judged = verdicts.flatMap((verdict): Judged[] => {
    const requirement = requirements.find(({ key }) => key === verdict.requirementKey);
    return requirement && verdict.points ? [{ requirement, verdict, points: verdict.points }] : [];
  });
  return judged.length === verdicts.length ? judged : null;
}

export function readDimensions({ views }: ScreeningResult): ReadDimensions | null {
  const dimensions = views.flatMap((view) => view.dimensions);
  const find = (key: keyof ReadDimensions) => dimensions.find((dimension) => dimension.key === key);
  const [stability, depth, projects] = [find("stability"), find("depth"), find("projects")];
  const [teamwork, leadership] = [find("teamwork"), find("leadership")];
  return stability && depth && projects && teamwork && leadership
    ? { stability, depth, projects, teamwork, leadership }
    : null;
}

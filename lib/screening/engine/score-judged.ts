import type { Requirement } from "@/lib/position/requirement";
import type { DimensionScore, ExpertView, Score, ScreeningResult, ViewKey } from "@/lib/screening/schema";
import { advise } from "./advise";
import { byVerdicts } from "./dimensions";
import type { Judged } from "./judge-requirement";
import { statement, unknownScore } from "./judgement";
import { round } from "./read-numbers";

export type ScreenedPosition = {
  title: string;
  salaryMin: number | null;
  salaryMax: number | null;
  requirements: Requirement[];
};

/** Dimensions that are read from the resume itself; `projects` and `leadership` only where no requirement asks for them. */
export type ReadDimensions = Record<"stability" | "depth" | "projects" | "teamwork" | "leadership", DimensionScore>;

/** HRM2's points of the dimensions, and its shares of the three views in the comprehensive score. */
export const dimensionWeights: Record<DimensionScore["key"], number> = {
  ...{ experience: 30, education: 25, certificates: 20, stability: 25 },
  ...{ must_have: 40, nice_to_have: 30, depth: 30 },
  ...{ projects: 35, teamwork: 30, leadership: 35 },
};
const viewShares: Record<ViewKey, number> = { hr: 0.3, technical: 0.4, manager: 0.3 };

type ScoreJudged = { position: ScreenedPosition; judged: Judged[]; read: ReadDimensions };
type Scored = Omit<ScreeningResult, "engine" | "verdicts">;

/**
 * Every number and the advice, from verdicts with their points and what was read beside them. The one formula: for what
 * the engine judged and for what a person changed.
 */
export function scoreJudged({ position, judged: all, read }: ScoreJudged): Scored {
  const judged = all.filter(counts);
  const ofKind = (...kinds: Requirement["kind"][]) =>
    judged.filter(({ requirement }) => kinds.includes(requirement.kind));
  const by = (key: DimensionScore["key"], rows: Judged[]) => byVerdicts(key, dimensionWeights[key], rows);
  const needed = ofKind("skill", "project", "language", "location", "salary", "other").filter(
    ({ requirement }) => requirement.necessity !== "nice",
  );
  const nice = judged.filter(({ requirement }) => requirement.necessity === "nice");
  const [projects, leadership] = [ofKind("project"), ofKind("leadership")];

  const views = [
    view("hr", [
      by("experience", ofKind("experience")),
      by("education", ofKind("education")),
      by("certificates", ofKind("certificate")),
      read.stability,
    ]),
    view("technical", [by("must_have", needed), by("nice_to_have", nice), read.depth]),
    view("manager", [
      projects.length > 0 ? by("projects", projects) : read.projects,
      read.teamwork,
      leadership.length > 0 ? by("leadership", leadership) : read.leadership,
    ]),
  ];
  const comprehensive = mean(views.map(({ key, score }) => ({ share: viewShares[key], score })));
  return { views, comprehensive, ...advise({ position, judged, comprehensive }) };
}

/** What a requirement says of a person's attributes counts nowhere. */
export function counts({ verdict }: Pick<Judged, "verdict">): boolean {
  return verdict.reason.code !== "personal_attribute";
}

export function roundDimension(dimension: DimensionScore): DimensionScore {
  return { ...dimension, score: dimension.score && roundScore(dimension.score) };
}

function view(key: ViewKey, dimensions: DimensionScore[]): ExpertView {
  const scored = dimensions.flatMap(({ weight, score }) => (score ? [{ share: weight, score }] : []));
  const values = { asked: scored.length, dimensions: dimensions.length };
  const comment = statement(scored.length === dimensions.length ? "view_all" : "view_some", values);
  return { key, score: mean(scored), dimensions: dimensions.map(roundDimension), comments: [comment] };
}

/** Weighted mean over what could be judged; unknown when nothing could. */
function mean(parts: { share: number; score: Score }[]): Score {
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  if (total === 0) return unknownScore;
  const of = (end: keyof Score) => parts.reduce((sum, { share, score }) => sum + share * score[end], 0) / total;
  return roundScore({ value: of("value"), low: of("low"), high: of("high") });
}

function roundScore({ value, low, high }: Score): Score {
  return { value: round(value, 2), low: round(low, 2), high: round(high, 2) };
}

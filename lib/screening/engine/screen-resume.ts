import type { Requirement } from "@/lib/position/requirement";
import type { ResumeProfile } from "@/lib/resume/profile";
import type {
  AppliedCorrection,
  DimensionScore,
  ExpertView,
  Score,
  ScreeningResult,
  ViewKey,
} from "@/lib/screening/schema";
import { advise } from "./advise";
import { findCopied } from "./copied";
import { byVerdicts, depth, leadership, projects, teamwork } from "./dimensions";
import { type Evidence, prepareEvidence } from "./evidence";
import { judgeRequirement } from "./judge-requirement";
import { statement, unknownScore } from "./judgement";
import { round } from "./read-numbers";
import { stability } from "./stability";
import { readTopics } from "./topics";
import { takeOutCorrections, writeCorrections } from "./with-corrections";

/** Rises when the same input may give another result. */
export const engineVersion = "5";

export type ScreenedPosition = {
  title: string;
  salaryMin: number | null;
  salaryMax: number | null;
  requirements: Requirement[];
};
type ScreenResume = {
  position: ScreenedPosition;
  text: string;
  /** With what people corrected. */
  profile: ResumeProfile;
  /** Where in the profile they did. */
  corrections?: AppliedCorrection[];
};

/** HRM2's shares of the three views in the comprehensive score. */
const viewShares: Record<ViewKey, number> = { hr: 0.3, technical: 0.4, manager: 0.3 };

/**
 * The built-in engine: verdicts with verbatim quotes by rules, every number by the formulas of this folder.
 * Pure: the same input gives byte-equal results.
 */
export function screenResume({ position, text, profile, corrections = [] }: ScreenResume): ScreeningResult {
  const written = writeCorrections({ text, profile, corrections });
  const replaced = [...written.replaced, ...findCopied(text, position.requirements)];
  return takeOutCorrections(judge(position, prepareEvidence({ ...written, replaced })), text, written.places);
}

function judge(position: ScreenedPosition, evidence: Evidence): ScreeningResult {
  const all = position.requirements.map((requirement) => judgeRequirement(requirement, evidence, position));
  const judged = all.filter(({ verdict }) => verdict.reason.code !== "personal_attribute");
  const topics = readTopics(position.requirements);
  const ofKind = (...kinds: Requirement["kind"][]) =>
    judged.filter(({ requirement }) => kinds.includes(requirement.kind));
  const needed = ofKind("skill", "project", "language", "location", "salary", "other").filter(
    ({ requirement }) => requirement.necessity !== "nice",
  );
  const nice = judged.filter(({ requirement }) => requirement.necessity === "nice");

  // The points are HRM2's.
  const views = [
    view("hr", [
      byVerdicts("experience", 30, ofKind("experience")),
      byVerdicts("education", 25, ofKind("education")),
      byVerdicts("certificates", 20, ofKind("certificate")),
      stability(25, evidence),
    ]),
    view("technical", [
      byVerdicts("must_have", 40, needed),
      byVerdicts("nice_to_have", 30, nice),
      depth(30, topics, evidence),
    ]),
    view("manager", [
      projects(35, ofKind("project"), topics, evidence),
      teamwork(30, evidence),
      leadership(35, ofKind("leadership"), evidence),
    ]),
  ];
  const comprehensive = mean(views.map(({ key, score }) => ({ share: viewShares[key], score })));
  return {
    engine: { name: "built-in", version: engineVersion },
    verdicts: all.map(({ verdict }) => verdict),
    views,
    comprehensive,
    ...advise({ position, judged, comprehensive }),
  };
}

function view(key: ViewKey, dimensions: DimensionScore[]): ExpertView {
  const scored = dimensions.flatMap(({ weight, score }) => (score ? [{ share: weight, score }] : []));
  const rounded = dimensions.map((dimension) => ({
    ...dimension,
    score: dimension.score && roundScore(dimension.score),
  }));
  const values = { asked: scored.length, dimensions: dimensions.length };
  const comment = statement(scored.length === dimensions.length ? "view_all" : "view_some", values);
  return { key, score: mean(scored), dimensions: rounded, comments: [comment] };
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

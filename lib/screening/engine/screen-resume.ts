import type { ResumeProfile } from "@/lib/resume/profile";
import type { AppliedCorrection, DimensionScore, ScreeningResult } from "@/lib/screening/schema";
import { findCopied } from "./copied";
import { depth, leadership, projects, teamwork } from "./dimensions";
import { prepareEvidence } from "./evidence";
import { judgeRequirement } from "./judge-requirement";
import {
  dimensionWeights,
  type ReadDimensions,
  roundDimension,
  type ScreenedPosition,
  scoreJudged,
} from "./score-judged";
import { stability } from "./stability";
import { readTopics } from "./topics";
import { takeOutCorrections, writeCorrections } from "./with-corrections";

/** Rises when the same input may give another result. */
export const engineVersion = "7";

type ScreenResume = {
  position: ScreenedPosition;
  text: string;
  /** With what people corrected. */
  profile: ResumeProfile;
  /** Where in the profile they did. */
  corrections?: AppliedCorrection[];
};

/**
 * The built-in engine: verdicts with verbatim quotes by rules, every number by the formulas of this folder.
 * Pure: the same input gives byte-equal results.
 */
export function screenResume({ position, text, profile, corrections = [] }: ScreenResume): ScreeningResult {
  const { places, ...written } = writeCorrections({ text, profile, corrections });
  const replaced = [...written.replaced, ...findCopied(text, position.requirements)];
  const evidence = prepareEvidence({ ...written, replaced });
  const judged = position.requirements.map((requirement) => {
    const { verdict, points } = judgeRequirement(requirement, evidence, position);
    return { requirement, verdict: { ...takeOutCorrections(verdict, text, places), points }, points };
  });
  const topics = readTopics(position.requirements);
  // Rounded as they are kept, so that scoring what is kept gives the same.
  const read = (dimension: DimensionScore) => roundDimension(takeOutCorrections(dimension, text, places));
  const dimensions: ReadDimensions = {
    stability: read(stability(dimensionWeights.stability, evidence)),
    depth: read(depth(dimensionWeights.depth, topics, evidence)),
    projects: read(projects(dimensionWeights.projects, topics, evidence)),
    teamwork: read(teamwork(dimensionWeights.teamwork, evidence)),
    leadership: read(leadership(dimensionWeights.leadership, evidence)),
  };
  return {
    engine: { name: "built-in", version: engineVersion },
    verdicts: judged.map(({ verdict }) => verdict),
    ...scoreJudged({ position, judged, read: dimensions }),
  };
}

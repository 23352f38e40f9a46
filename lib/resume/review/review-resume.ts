import type { ResumeDocument } from "@/lib/resume/document";
import type { ResumeProfile } from "@/lib/resume/profile";
import { describe } from "./describe";
import { measureContent } from "./measures/content";
import { measureExpression } from "./measures/expression";
import { measureProjects } from "./measures/project";
import { measureSkills } from "./measures/skill-match";
import { measureStructure } from "./measures/structure";
import { readEngagements } from "./read-engagements";
import { type Dimension, dimensionPoints, dimensions, type Measure, type Review } from "./schema";

/** Rises when the same resume may give another review. */
export const reviewVersion = "1";

/** Below this there is no resume to speak of. */
export const leastScore = 10;

/**
 * Five scores for a resume as a piece of writing, from what stands in it and what does not: no model, no clock. The same
 * resume gives the same review. It says nothing about the person, nor about any position.
 */
export function reviewResume(document: Pick<ResumeDocument, "text">, profile: ResumeProfile): Review {
  const { text } = document;
  const engagements = readEngagements({ document, profile });
  const measures = [
    ...measureProjects(text, engagements),
    ...measureSkills(profile, engagements),
    ...measureContent(text, profile, engagements),
    ...measureStructure(text, profile, engagements),
    ...measureExpression(text, engagements),
  ];
  const scores = scoresOf(measures);
  const overall = dimensions.reduce((sum, dimension) => sum + scores[dimension], 0);
  const language = profile.language === "en" ? "en" : "zh";
  const told = { version: reviewVersion, language, overall, scores, measures } as const;
  return { ...told, ...describe(told) };
}

function scoresOf(measures: Measure[]): Review["scores"] {
  const of = (dimension: Dimension) => {
    const points = measures.filter((one) => one.dimension === dimension).reduce((sum, one) => sum + one.points, 0);
    return Math.min(dimensionPoints[dimension], Math.round(points));
  };
  return {
    project: of("project"),
    skillMatch: of("skillMatch"),
    content: of("content"),
    structure: of("structure"),
    expression: of("expression"),
  };
}

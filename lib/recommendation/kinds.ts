// Apart from the schemas, so that the browser can list them without fetching zod.

/** HRM2's five dimensions with their weights: 专业能力, 工作经验, 软技能, 文化匹配, 面试表现. */
export const dimensionWeights = {
  professional_competency: 0.3,
  work_experience: 0.25,
  soft_skills: 0.2,
  cultural_fit: 0.15,
  interview_performance: 0.1,
} as const;
export const recommendationDimensions = [
  "professional_competency",
  "work_experience",
  "soft_skills",
  "cultural_fit",
  "interview_performance",
] as const;

export const subScoreKeys = [
  ...["core_skills", "knowledge_depth", "problem_solving", "learning_potential"],
  ...["relevance", "complexity", "measurable_results", "responsibility"],
  ...["communication", "teamwork", "pressure", "initiative"],
  ...["values", "attitude", "growth", "stability"],
  ...["logic", "thinking", "adaptability", "self_knowledge"],
] as const;

export const recommendationLevels = ["strong_recommend", "recommend", "cautious", "not_recommend"] as const;
export type RecommendationLevel = (typeof recommendationLevels)[number];

/** 强烈推荐, 推荐录用, 谨慎考虑, 不推荐: by HRM2's thresholds. */
export function levelOf(score: number): RecommendationLevel {
  if (score >= 85) return "strong_recommend";
  if (score >= 70) return "recommend";
  return score >= 55 ? "cautious" : "not_recommend";
}

type Basis = { sources: { interviews: number; scorecards: number }; unknown: readonly unknown[] };

/** Whether nobody has spoken with the candidate yet, as far as is known. */
export function isUninterviewed({ sources }: Pick<Basis, "sources">): boolean {
  return sources.interviews + sources.scorecards === 0;
}

/** Whether a level is for now only, however high: nobody has spoken with the candidate, or a must is unknown. */
export function isProvisional(basis: Basis): boolean {
  return isUninterviewed(basis) || basis.unknown.length > 0;
}

/** Whether a level speaks for hiring and is for now only: nobody is sent to hire on that. */
export function waitsForInterview(level: RecommendationLevel, basis: Basis): boolean {
  return (level === "strong_recommend" || level === "recommend") && isProvisional(basis);
}

/** From 0 to 100, one decimal: HRM2's formula over dimensions of 1 to 5, those that are known. */
export function finalScore(dimensions: readonly { weight: number; score: number }[]): number | null {
  const weight = dimensions.reduce((sum, one) => sum + one.weight, 0);
  if (weight === 0) return null;
  const sum = dimensions.reduce((total, one) => total + one.weight * ((one.score - 1) / 4) * 100, 0);
  return toOneDecimal(sum / weight);
}

/** A half goes to the even digit, as on the reference: 76.25 is 76.2. */
function toOneDecimal(value: number): number {
  const tenths = value * 10;
  const below = Math.floor(tenths);
  const isHalf = Math.abs(tenths - below - 0.5) < 1e-6;
  return (isHalf ? below + (below % 2) : Math.round(tenths)) / 10;
}

/** What a sub-score rests on. */
export const evidenceSources = ["screening", "interview", "scorecard"] as const;

/** Columns of the evidence table. An interview has one for each round. */
export const matrixSourceKinds = ["resume", "screening", "interview", "video", "scorecards"] as const;

/** What a recommendation is made from, and outdated by. */
export const sourceKinds = ["requirements", "screening", "interviews", "scorecards", "video"] as const;
export type SourceKind = (typeof sourceKinds)[number];

/** Finalists beside each other. */
export const mostFinalists = 4;

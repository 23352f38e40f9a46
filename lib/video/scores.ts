import type { VideoAnalysis } from "@/lib/video/analysis-schema";
import { scoreKeys } from "@/lib/video/kinds";
import { type VideoScores, videoScores } from "@/lib/video/schema";

/** The flat scores that compatible clients read; null where there is no evidence. */
export function scoresOf({ consistency, confidence, traits }: VideoAnalysis): VideoScores {
  const nothing = Object.fromEntries(scoreKeys.map((key) => [key, null]));
  return videoScores.parse({
    ...nothing,
    fraud_score: consistency?.score ?? null,
    confidence_score: confidence?.value ?? null,
    ...Object.fromEntries((traits?.hints ?? []).map(({ trait, value }) => [`${trait}_score`, value])),
  });
}

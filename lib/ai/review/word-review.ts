import "server-only";
import { askModel } from "@/lib/ai/ask-model";
import type { ModelConfig } from "@/lib/ai/models";
import { checkReview } from "@/lib/ai/review/check-review";
import { reviewPrompt } from "@/lib/ai/review/prompt";
import { type ReviewMaterial, reviewAnswer } from "@/lib/ai/review/schema";

type WordReview = { model: ModelConfig; material: ReviewMaterial; signal?: AbortSignal };

/**
 * A model's words for what was found.
 *
 * @throws ModelError when it fails, or invents also the second time
 */
export function wordReview({ model, material, signal }: WordReview) {
  const check = (answer: Parameters<typeof checkReview>[1]) => checkReview(material, answer);
  return askModel({ model, ...reviewPrompt(material), shape: reviewAnswer, check, signal });
}

import { advices } from "@/lib/screening/kinds";
import type { Advice, Score } from "@/lib/screening/schema";

type Judged = { advice: Advice; comprehensive: Score };

/**
 * The board's order, the best first. Advice before score: where nothing is known of the musts the score is a middle
 * value, which is no reason to stand above somebody who shows some of them.
 */
export function byAdviceAndScore(a: Judged, b: Judged): number {
  return advices.indexOf(a.advice) - advices.indexOf(b.advice) || b.comprehensive.value - a.comprehensive.value;
}

import type { ScreeningResult, ViewKey } from "@/lib/screening/schema";
import { toMark } from "@/lib/screening/to-mark";

/** What the board draws of a result without opening it. */
export function boardColumns({ verdicts, views, comprehensive, advice }: ScreeningResult) {
  const scoreOf = (key: ViewKey) => views.find((view) => view.key === key)?.score.value ?? null;
  return {
    marks: Object.fromEntries(verdicts.map((verdict) => [verdict.requirementKey, toMark(verdict)])),
    advice,
    ...{ hrScore: scoreOf("hr"), technicalScore: scoreOf("technical"), managerScore: scoreOf("manager") },
    ...{ comprehensiveScore: comprehensive.value, scoreLow: comprehensive.low, scoreHigh: comprehensive.high },
  };
}

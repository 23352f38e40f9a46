import type { BoardMark, RequirementVerdict } from "@/lib/screening/schema";

/** What the board shows of a verdict. */
export function toMark({ verdict, gate }: Pick<RequirementVerdict, "verdict" | "gate">): BoardMark {
  return gate === "fail" ? "gate_failed" : verdict;
}

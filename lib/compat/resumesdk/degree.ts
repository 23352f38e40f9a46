import { degreeNames } from "@/lib/resume/degree-names";
import type { DegreeLevel, EducationEntry } from "@/lib/resume/profile";

/** The entries' normalised field has a list of its own. */
const entryNames: Record<DegreeLevel, string> = { ...degreeNames, master: "硕士研究生", doctor: "博士研究生" };

/** The reference's name of a degree; MBA, 中专 and 博士后 stand beside the levels. */
export function degreeOf(
  { degree, degreeLevel }: Pick<EducationEntry, "degree" | "degreeLevel">,
  { isEntry }: { isEntry: boolean },
): string | undefined {
  const written = degree?.value ?? "";
  if (/博士后|post-?doc/i.test(written)) return "博士后";
  if (/\be?mba\b|工商管理硕士|master of business administration/i.test(written)) return "mba";
  if (/中专|中技|中职|职高|技校/.test(written)) return "中专";
  return degreeLevel ? (isEntry ? entryNames : degreeNames)[degreeLevel.value] : undefined;
}

import type { Requirement } from "@/lib/position/requirement";
import type { TextSpan } from "@/lib/resume/profile";
import { fold } from "./evidence";

/** Names of skills and the like stand in many resumes; a sentence of this many letters is somebody's own. */
const shortest = 8;
/** One or two sentences may be alike by chance. */
const fewest = 3;

/**
 * Lines that say what the position asks for, word for word: copied there to be found. From three such requirements on
 * none of those lines is evidence.
 */
export function findCopied(text: string, requirements: readonly Pick<Requirement, "text">[]): TextSpan[] {
  const asked = requirements.map((requirement) => bare(requirement.text)).filter((words) => words.length >= shortest);
  if (asked.length < fewest) return [];
  const found = new Set<string>();
  const lines: TextSpan[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\n]+/g)) {
    const words = bare(line);
    const copied = asked.filter((sentence) => words.includes(sentence));
    if (copied.length === 0) continue;
    for (const sentence of copied) found.add(sentence);
    lines.push({ start: index, end: index + line.length });
  }
  return found.size >= fewest ? lines : [];
}

function bare(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}+#]/gu, "");
}

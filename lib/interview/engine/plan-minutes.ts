import type { PlanSection } from "@/lib/interview/schema";

export type SectionKind = PlanSection["kind"];

/** Minutes a section may last, by the schema of plans. */
const longest = 480;

const shares: Record<SectionKind, number> = { opening: 7, resume: 25, requirements: 40, behaviour: 18, closing: 10 };
/** A shorter interview leaves a section out. */
const fewestMinutes: Record<SectionKind, number> = {
  opening: 10,
  resume: 8,
  requirements: 0,
  behaviour: 20,
  closing: 5,
};

/** How many minutes each section has, in their order; the sum is exactly the minutes of the interview. */
export function divideMinutes(
  minutes: number,
  { hasResume }: { hasResume: boolean },
): Partial<Record<SectionKind, number>> {
  const total = Math.min(Math.max(Math.round(minutes), 1), longest);
  const kinds = (Object.keys(shares) as SectionKind[]).filter(
    (kind) => total >= fewestMinutes[kind] && (kind !== "resume" || hasResume),
  );
  const sum = kinds.reduce((all, kind) => all + shares[kind], 0);
  const parts = kinds.map((kind) => {
    const exact = (total * shares[kind]) / sum;
    return { kind, whole: Math.max(1, Math.floor(exact)), rest: exact - Math.floor(exact) };
  });
  let left = total - parts.reduce((all, { whole }) => all + whole, 0);
  for (const part of parts.toSorted((a, b) => b.rest - a.rest)) {
    if (left <= 0) break;
    part.whole += 1;
    left -= 1;
  }
  // What `Math.max` gave to the shortest comes off the longest.
  const most = parts.toSorted((a, b) => b.whole - a.whole)[0];
  if (most) most.whole += left;
  return Object.fromEntries(parts.map(({ kind, whole }) => [kind, whole]));
}

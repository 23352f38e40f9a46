import type { Contradiction, Turn } from "@/lib/interview/schema";
import { type Answer, readAnswer } from "./answer";
import { degree, graduation, school } from "./contradictions/education";
import { employer, employmentDate } from "./contradictions/employers";
import { type Facts, type FindIn, factsOf } from "./contradictions/facts";
import { teamSize, title } from "./contradictions/roles";
import { deniedSkill, neverUsed } from "./contradictions/skills";
import { skillYears, tenure, totalYears } from "./contradictions/years";
import { remembered } from "./remember";
import type { InterviewSubject } from "./subject";

/** Of what one clause says against the resume the first counts. */
const rules: FindIn[] = [
  ...[neverUsed, deniedSkill, skillYears, tenure, employmentDate, graduation],
  ...[employer, totalYears, degree, school, teamSize, title],
];

/**
 * What was said against what the resume says, each with both quotes, without repeats. It looks for few things and leaves
 * out what could be meant otherwise: a wrong suspicion harms more than one not raised. A resume that leaves something
 * out contradicts nothing, but for an employer or a school in none of its entries.
 */
export function findContradictions(turns: readonly Turn[], subject: InterviewSubject): Contradiction[] {
  const facts = factsOf(subject);
  const found = turns.flatMap((turn) => contradictionsIn(readAnswer(turn), facts));
  const seen = new Set<string>();
  return found.filter(({ reason, resume }) => {
    const key = `${reason.code} ${JSON.stringify(reason.values)} ${resume.start}`;
    return !seen.has(key) && seen.add(key);
  });
}

const contradictionsIn = remembered((answer: Answer, facts: Facts): Contradiction[] =>
  answer.clauses.flatMap((clause) => {
    if (/[?？]\s*$/.test(clause.folded)) return [];
    for (const rule of rules) {
      const one = rule(clause, answer, facts);
      if (one) return [{ reason: one.reason, answer: answer.quoteOf(one.place), resume: one.resume }];
    }
    return [];
  }),
);

import type { Turn } from "@/lib/interview/schema";
import type { Requirement } from "@/lib/position/requirement";
import { canonicalSkill, findSkills, skillSpellings } from "@/lib/resume/parsing/skills";
import { fold } from "@/lib/screening/engine/evidence";
import { impliedSkills } from "@/lib/screening/engine/implied-skills";
import { readTerms } from "@/lib/screening/engine/read-terms";
import type { Answer } from "./answer";
import type { InterviewSubject } from "./subject";
import { unitsOf } from "./words";

const implying = new Map(impliedSkills);

/** Where an answer names a skill, by any of its names or one that implies it, or any other words as they are. */
export function placesOfName(name: string, { told, skills }: Answer) {
  const canonical = canonicalSkill(name);
  if (canonical) {
    const accepted = new Set([canonical, ...(implying.get(canonical) ?? [])]);
    return skills.filter((skill) => accepted.has(skill.canonical));
  }
  const words = fold(name);
  const start = words.length < 2 ? -1 : told.indexOf(words);
  return start < 0 ? [] : [{ canonical: name, start, end: start + words.length }];
}

/** The requirement that a question was asked for. */
export function requirementOf({ question }: Turn, { position }: InterviewSubject): Requirement | null {
  return position.requirements.find(({ key }) => key === question.requirementKey) ?? null;
}

/** The names that an answer to a question could be expected to say. */
export function expectedNames(turn: Turn, subject: InterviewSubject): string[] {
  const requirement = requirementOf(turn, subject);
  const named = requirement ? namesIn(requirement.text) : [];
  return [...new Set([...turn.question.skills, ...findSkills(turn.question.text).map(nameOf), ...named])];
}

/** The dictionary's skills and other terms of a requirement. */
export function namesIn(requirement: string): string[] {
  return readTerms(requirement).flatMap((group) => group.map(({ label, skill }) => skill ?? label));
}

function nameOf({ canonical }: { canonical: string }) {
  return canonical;
}

/** All that an answer to a question could have to do with. */
export function unitsAround(turn: Turn, { position, resume }: InterviewSubject): string[] {
  const names = turn.question.skills.flatMap(skillSpellings);
  const asked = position.requirements.map(({ text, note }) => `${text} ${note}`);
  return unitsOf(
    [turn.question.text, ...names, ...asked, position.title, position.description, resume.text].join("\n"),
  );
}

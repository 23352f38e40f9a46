import type { Coverage, Turn } from "@/lib/interview/schema";
import type { Requirement } from "@/lib/position/requirement";
import type { TextSpan } from "@/lib/resume/profile";
import { round } from "@/lib/screening/engine/read-numbers";
import { type Answer, readAnswer } from "./answer";
import { namesIn, placesOfName } from "./asked-about";
import { kindOf } from "./classify-answer";
import { type Measures, measure } from "./rate-answer";
import type { InterviewSubject } from "./subject";

/** From this share on enough has been said. */
const enough = 0.7;
/** What naming a thing comes to without anything done, measured or explained. */
const mostOfClaim = 0.3;

const ledPeople =
  /(?:带|管理|领导|培养)(?:了|过|着|领)?[^，。]{0,10}(?:人|团队|小组|新人|实习生|同事)|\b(?:led|managed|supervised|mentored|hired|trained)\b[^.]{0,24}\b(?:team|people|engineers?|staff|accountants?|juniors?|members?|developers?)\b/;

/**
 * What has been said to each requirement, by answers to its questions and by others that name it: naming it 0.3, an own
 * action 0.3, a figure 0.2, a result, reason or failure 0.2, over all of them at most 1. Covered from 0.7; a claim with
 * neither action nor figure comes to no more than 0.3. Who says not to have done it has answered.
 */
export function findCoverage(subject: InterviewSubject, turns: readonly Turn[]): Coverage[] {
  const answers = turns.flatMap((turn) => {
    const answer = readAnswer(turn);
    return kindOf(answer, subject) === "answer" ? [measure(answer, subject)] : [];
  });
  return subject.position.requirements.map((requirement) => coverageOf(requirement, answers));
}

function coverageOf(requirement: Requirement, answers: readonly Measures[]): Coverage {
  const touching = answers.filter(
    ({ answer }) =>
      answer.turn.question.requirementKey === requirement.key || placesOfRequirement(requirement, answer).length > 0,
  );
  const share = Math.min(
    1,
    touching.reduce((sum, measures) => sum + shareOf(requirement, measures), 0),
  );
  const hasSpecifics = touching.some(
    ({ signs, isAdmission }) => isAdmission || signs.own.length + signs.figures.length > 0,
  );
  const shown = round(hasSpecifics ? share : Math.min(share, mostOfClaim), 2);
  return {
    requirementKey: requirement.key,
    state: shown >= enough ? "covered" : shown > 0 ? "thin" : "untouched",
    share: shown,
    turnIds: touching.map(({ answer }) => answer.turn.id),
  };
}

function shareOf(requirement: Requirement, { answer, signs, isAdmission }: Measures): number {
  const isAsked = answer.turn.question.requirementKey === requirement.key;
  if (isAsked && isAdmission) return 1;
  const isNamed = placesOfRequirement(requirement, answer).length > 0;
  const how = signs.result.length + signs.reason.length + signs.failure.length;
  const told = (signs.own.length > 0 ? 0.3 : 0) + (signs.figures.length > 0 ? 0.2 : 0) + (how > 0 ? 0.2 : 0);
  // An answer to another question may be about something else for the most part.
  if (!isAsked) return 0.3 + told / 2;
  return (isNamed ? 0.3 : 0.1) + told;
}

/** Where an answer speaks of what a requirement asks for. */
export function placesOfRequirement({ kind, text }: Requirement, answer: Answer): TextSpan[] {
  if (kind === "leadership") {
    return answer.clauses.flatMap(({ start, folded }) => {
      const match = ledPeople.exec(folded);
      return match ? [{ start: start + match.index, end: start + match.index + match[0].length }] : [];
    });
  }
  return namesIn(text).flatMap((name) => placesOfName(name, answer));
}

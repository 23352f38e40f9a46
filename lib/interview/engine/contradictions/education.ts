import { findSchool, isKnownSchool } from "@/lib/resume/parsing/dictionaries/schools";
import { degreeLevels } from "@/lib/resume/profile";
import { fold } from "@/lib/screening/engine/evidence";
import { statement } from "@/lib/screening/engine/judgement";
import { readDegree } from "@/lib/screening/engine/read-education";
import { isFar } from "./employers";
import type { FindIn } from "./facts";
import { notOwn } from "./told-years";
import { found } from "./years";

export const ownDegree =
  /我(?!们)[^，]{0,6}(?:是|读(?:的|了)|拿(?:的|了|到)|的?(?:最高)?(?:学历|学位)是?)[^，]{0,6}(?:博士|硕士|研究生|本科|大专|专科)|\bi(?:'ve| have)? (?:have|hold|got|earned|did|completed|received|finished) (?:an? |my )?(?:\w+ ){0,2}(?:ph\.?d|doctorate|master|mba|bachelor|associate)|\bmy (?:highest )?degree is\b/;
const whole = /学历是|最高学历|highest degree/;
export const notYet = /在读|正在|没|未|辍学|肄业|\b(?:not|never|dropped|unfinished|currently)\b|n't\b/;

/** A higher degree than any of the resume, or another one named as the highest. */
export const degree: FindIn = (clause, _, facts) => {
  const { folded } = clause;
  if (!ownDegree.test(folded) || notOwn.test(folded) || notYet.test(folded)) return null;
  const told = readDegree(folded);
  const { education, highestDegree } = facts.evidence.profile;
  const place = highestDegree?.spans[0];
  if (!told || !highestDegree || !place || education.some(({ degreeLevel }) => degreeLevel?.value === told))
    return null;
  const rank = degreeLevels.indexOf(told) - degreeLevels.indexOf(highestDegree.value);
  if (rank === 0 || (rank < 0 && !whole.test(folded))) return null;
  return found(clause, facts, place, statement("contradicts_degree", { asked: told, degree: highestDegree.value }));
};

export const studied =
  /毕业|(?:读|念|上)(?:的|了|完)|就读|\b(?:graduated from|studied at|attended|my degree (?:is )?from|degree from|went to)\b/;
export const otherwise =
  /合作|短期|讲座|演讲|老师|同事|兼职|培训|附近|隔壁|\b(?:talk|seminar|conference|workshop|weeks?|days?|partner|project|visited|course|recruit\w*)\b/;

/** A school that the resume does not name. */
export const school: FindIn = (clause, { text }, facts) => {
  const { folded } = clause;
  if (!studied.test(folded) || otherwise.test(folded) || notOwn.test(folded) || notYet.test(folded)) return null;
  if (!/我(?!们)|\bi\b|\bmy\b|毕业于/.test(folded)) return null;
  const own = facts.evidence.profile.education.flatMap(({ school: reading }) => reading ?? []);
  const place = own[0]?.spans[0];
  if (!place || own.some(({ value }) => folded.includes(coreOf(value)))) return null;
  const written = text.slice(clause.start, clause.end);
  const at = findSchool(written);
  const name = at
    ? written
        .slice(at.start, at.end)
        .replace(/^.*\b(?:from|at|to|attended)\s+(?:the )?/, "")
        .trim()
    : "";
  const isHan = /\p{Script=Han}/u.test(name);
  if (name === "" || (isHan && !isKnownSchool(name.replace(/(?<=大学)[\s\S]*$/, "")))) return null;
  if (fold(facts.evidence.text).includes(coreOf(name))) return null;
  return found(
    clause,
    facts,
    place,
    statement("contradicts_school", { school: name.replace(/(?<=大学)[\s\S]*$/, "") }),
  );
};

export function coreOf(name: string): string {
  return fold(name)
    .replace(/(?:大学|学院)[\s\S]*$|\b(?:the|university|college|institute|of|school)\b/g, " ")
    .trim()
    .replace(/\s+/g, " ");
}

/** The year of a graduation. */
export const graduation: FindIn = (clause, _, facts) => {
  const { folded } = clause;
  const told = Number(/(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(folded)?.[1]);
  if (!told || !/毕业|\bgraduated\b/.test(folded) || notOwn.test(folded)) return null;
  if (/[后前以]|\b(?:after|before|since)\b/.test(folded.slice(folded.search(/毕业|graduated/)))) {
    if (!/硕士|本科|博士|大专|master|bachelor|phd/.test(folded)) return null;
  }
  const { education, asOf } = facts.evidence.profile;
  const level = readDegree(folded);
  const entries = education.filter(({ degreeLevel }) => level === null || degreeLevel?.value === level);
  const ends = entries.flatMap(({ end }) => (end?.spans[0] ? [end] : []));
  if (ends.length === 0 || ends.length < entries.length) return null;
  if (ends.some(({ value }) => value === "present" || !isFar(told, value, asOf))) return null;
  const [last] = ends.toSorted((a, b) => b.value.localeCompare(a.value));
  const place = last?.spans[0];
  if (!last || !place) return null;
  return found(clause, facts, place, statement("contradicts_graduation", { told, shown: last.value }));
};

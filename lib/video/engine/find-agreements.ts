import { type Answer, type Clause, overlaps, readAnswer } from "@/lib/interview/engine/answer";
import { coreOf, notYet, otherwise, ownDegree, studied } from "@/lib/interview/engine/contradictions/education";
import { came, isFar, went, year } from "@/lib/interview/engine/contradictions/employers";
import { type Facts, factsOf } from "@/lib/interview/engine/contradictions/facts";
import { holds, leads, noTitle, notLed } from "@/lib/interview/engine/contradictions/roles";
import { used } from "@/lib/interview/engine/contradictions/skills";
import { notOwn, yearsIn } from "@/lib/interview/engine/contradictions/told-years";
import { plainTotal, stayed } from "@/lib/interview/engine/contradictions/years";
import { employerIn } from "@/lib/interview/engine/employer-names";
import type { AnswerQuote, Turn } from "@/lib/interview/schema";
import type { TextSpan } from "@/lib/resume/profile";
import { fold } from "@/lib/screening/engine/evidence";
import { leadershipMentions, sizeIn } from "@/lib/screening/engine/judge-leadership";
import { coveredMonths, intervalOf } from "@/lib/screening/engine/months";
import { readDegree } from "@/lib/screening/engine/read-education";
import { bestPlace, yearsIn as yearsOf } from "@/lib/screening/engine/terms";
import type { Quote } from "@/lib/screening/schema";
import type { ClaimKind } from "@/lib/video/kinds";
import type { VideoSubject } from "./subject";

/** Something said that the resume says too. */
export type Agreed = { kind: ClaimKind; subject: string; said: AnswerQuote; resume: Quote };
type Same = { kind: ClaimKind; subject: string; place: TextSpan } | null;
type FindSame = (clause: Clause, answer: Answer, facts: Facts) => Same;

const rules: FindSame[] = [
  ...[tenure, employmentDate, employer, totalYears, skillYears, usedSkill],
  ...[degree, school, graduation, teamSize, title],
];

/** Claims that the resume bears out, within the margins that contradictions leave. A clause may hold several. */
export function findAgreements(turns: readonly Turn[], subject: VideoSubject): Agreed[] {
  const facts = factsOf(subject);
  return turns.flatMap((turn) => {
    const answer = readAnswer(turn);
    return answer.clauses.flatMap((clause) => {
      if (notOwn.test(clause.folded) || /[?？]\s*$/.test(clause.folded)) return [];
      if (answer.denials.some((denial) => overlaps(denial, clause))) return [];
      return rules.flatMap((rule) => {
        const same = rule(clause, answer, facts);
        if (!same) return [];
        const said = answer.quoteOf(clause);
        return [{ kind: same.kind, subject: same.subject, said, resume: facts.evidence.quoteAround(same.place) }];
      });
    });
  });
}

const own = /我(?!们)|\b(?:i|my|i've|i'd)\b/;

function employer({ folded }: Clause, _: Answer, { employers }: Facts): Same {
  const worked = /工作|上班|任职|就职|加入|入职|待|干|做|离开|\b(?:work\w*|join\w*|left|employed|time|job|years|at)\b/;
  const there = employers.find((one) => employerIn(folded, one));
  const place = there?.jobs[0]?.company?.spans[0];
  if (!there || !place || !worked.test(folded)) return null;
  return { kind: "employer", subject: there.spoken, place };
}

function tenure({ folded }: Clause, _: Answer, { employers, evidence }: Facts): Same {
  const told = yearsIn(folded);
  const there = employers.find((one) => employerIn(folded, one));
  const place = there?.jobs[0]?.company?.spans[0];
  if (!told || !there || !place || !stayed.test(folded)) return null;
  const intervals = there.jobs.map((job) => intervalOf(job, evidence.profile.asOf));
  if (intervals.includes(null)) return null;
  const shown = coveredMonths(intervals.flatMap((interval) => interval ?? [])) / 12;
  if (Math.abs(told.years - shown) > Math.max(1, 0.25 * shown)) return null;
  return { kind: "tenure", subject: there.spoken, place };
}

function employmentDate({ folded }: Clause, _: Answer, { employers, evidence }: Facts): Same {
  const told = Number(year.exec(folded)?.[1]);
  const there = employers.find((one) => employerIn(folded, one));
  if (!told || !there) return null;
  const { asOf } = evidence.profile;
  const isLeaving = went.test(folded);
  if (!isLeaving && !came.test(folded)) return null;
  const date = there.jobs
    .flatMap((job) => (isLeaving ? job.end : job.start) ?? [])
    .find(({ value }) => value !== "present" && !isFar(told, value, asOf));
  const place = date?.spans[0];
  return place ? { kind: isLeaving ? "left" : "joined", subject: there.spoken, place } : null;
}

function totalYears({ folded }: Clause, _: Answer, { evidence, employers, mostYears, fewestYears }: Facts): Same {
  const told = yearsIn(folded);
  if (!told || mostYears === null || fewestYears === null || !plainTotal.test(folded)) return null;
  if (employers.some((one) => employerIn(folded, one))) return null;
  if (told.years > mostYears + 1 || told.years < fewestYears - 1) return null;
  const { yearsOfWork, work } = evidence.profile;
  const dated = work.flatMap(({ start }) => (start?.spans[0] ? [start] : []));
  const first = dated.toSorted((a, b) => a.value.localeCompare(b.value))[0];
  const place = yearsOfWork?.spans[0] ?? first?.spans[0];
  return place ? { kind: "total_years", subject: "", place } : null;
}

function skillYears(clause: Clause, answer: Answer, { evidence, employers }: Facts): Same {
  const told = yearsIn(clause.folded);
  const skill = answer.skills.find((one) => overlaps(one, clause));
  if (!told || !skill || employers.some((one) => employerIn(clause.folded, one))) return null;
  const places = evidence.shownBy(skill.canonical);
  const place = bestPlace(places, evidence);
  const shown = yearsOf(evidence.usesOf(places), evidence.profile.asOf);
  if (!place || shown === 0 || Math.abs(told.years - shown) > Math.max(1, 0.25 * shown)) return null;
  return { kind: "skill_years", subject: skill.canonical, place };
}

function usedSkill(clause: Clause, answer: Answer, { evidence }: Facts): Same {
  if (!used.test(clause.folded)) return null;
  const skill = answer.skills.find((one) => overlaps(one, clause) && !evidence.deniedSkills.has(one.canonical));
  const place = skill ? bestPlace(evidence.skillPlaces.get(skill.canonical) ?? [], evidence) : undefined;
  return skill && place ? { kind: "skill", subject: skill.canonical, place } : null;
}

function degree({ folded }: Clause, _: Answer, { evidence }: Facts): Same {
  if (!ownDegree.test(folded) || notYet.test(folded)) return null;
  const told = readDegree(folded);
  const shown = evidence.profile.education.find(({ degreeLevel }) => degreeLevel?.value === told)?.degreeLevel;
  const place = shown?.spans[0];
  return told && place ? { kind: "degree", subject: told, place } : null;
}

function school({ folded }: Clause, _: Answer, { evidence }: Facts): Same {
  if (!studied.test(folded) || otherwise.test(folded) || notYet.test(folded)) return null;
  const named = evidence.profile.education.flatMap((entry) => entry.school ?? []);
  const shown = named.find(({ value }) => coreOf(value) !== "" && folded.includes(coreOf(value)));
  const place = shown?.spans[0];
  return shown && place ? { kind: "school", subject: fold(shown.value), place } : null;
}

function graduation({ folded }: Clause, _: Answer, { evidence }: Facts): Same {
  const told = Number(year.exec(folded)?.[1]);
  if (!told || !/毕业|\bgraduated\b/.test(folded)) return null;
  const { education, asOf } = evidence.profile;
  const level = readDegree(folded);
  const ends = education.filter(({ degreeLevel }) => level === null || degreeLevel?.value === level);
  const date = ends
    .flatMap(({ end }) => end ?? [])
    .find(({ value }) => value !== "present" && !isFar(told, value, asOf));
  const place = date?.spans[0];
  return place ? { kind: "graduation", subject: level ?? "", place } : null;
}

function teamSize({ folded }: Clause, _: Answer, { evidence }: Facts): Same {
  if (!leads.test(folded) || notLed.test(folded)) return null;
  const told = sizeIn(folded.replace(/(?<=[\d一二三四五六七八九十])\s*多?个(?=人)/g, ""));
  if (told === null) return null;
  const shown = leadershipMentions(evidence).find(({ sentence }) => {
    const size = sizeIn(sentence.folded);
    return size !== null && Math.abs(size - told) <= Math.max(1, 0.25 * size);
  });
  return shown ? { kind: "team_size", subject: "", place: shown.sentence } : null;
}

function title({ folded }: Clause, _: Answer, { evidence }: Facts): Same {
  if (!own.test(folded) || !holds.test(folded) || noTitle.test(folded)) return null;
  const titles = evidence.profile.work.flatMap((job) => job.title ?? []);
  const shown = titles.find(({ value }) => fold(value).length >= 3 && folded.includes(fold(value)));
  const place = shown?.spans[0];
  return shown && place ? { kind: "title", subject: fold(shown.value), place } : null;
}

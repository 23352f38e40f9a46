import type { TextSpan } from "@/lib/resume/profile";
import { statement } from "@/lib/screening/engine/judgement";
import { coveredMonths, intervalOf } from "@/lib/screening/engine/months";
import { round } from "@/lib/screening/engine/read-numbers";
import { bestPlace, yearsIn as yearsOf } from "@/lib/screening/engine/terms";
import { type Answer, type Clause, overlaps } from "../answer";
import { type Employer, employerIn } from "../employer-names";
import type { Facts, FindIn, Found } from "./facts";
import { least, notOwn, yearsIn } from "./told-years";

export const plainTotal =
  /工作了|工作(?:有|已经)|年(?:以上)?的?(?:工作|从业)经[验历]|工作经[验历]|years? of (?:work(?:ing)?|professional|industry|full[- ]time)? ?experience(?! (?:with|in|of|as|on|doing)\b)|been working (?:for|now)|working for (?:about |only |just )?[\w ]{0,12}years|工作.{0,4}年/;
const anyCareer =
  /工作|从业|经验|做(?:了|过)?.{0,8}(?:开发|产品|销售|会计|运营|测试|设计)|years? (?:of )?(?:[\w-]+ ){0,3}(?:experience|career)|been (?:an?|in|working|doing)/;

const somethingElse = /系统|公司|历史|项目|产品|平台|团队|行业有/;

/** Years in all. Nobody has more years of anything than years of work; fewer count only where work as a whole is meant. */
export const totalYears: FindIn = (clause, _, facts) => {
  const { folded } = clause;
  const told = yearsIn(folded);
  const { mostYears, fewestYears } = facts;
  if (!told || notOwn.test(folded) || facts.employers.some((employer) => employerIn(folded, employer))) return null;
  const isOwn = /[a-z]{3}/.test(folded) ? /\bi\b|\bmy\b/.test(folded) : !somethingElse.test(folded);
  if (!isOwn) return null;
  const isMore = mostYears !== null && anyCareer.test(folded) && told.years > mostYears + Math.max(2, 0.2 * mostYears);
  const isFewer =
    fewestYears !== null &&
    plainTotal.test(folded) &&
    !/^[^在\n]*在.{2,}工作|\b(?:at|on|in) (?:that|this|the|my)\b/m.test(folded) &&
    told.years < 0.6 * fewestYears &&
    fewestYears - told.years >= 2;
  if (!isMore && !isFewer) return null;
  const place = facts.evidence.profile.yearsOfWork?.spans[0] ?? firstJob(facts);
  if (!place) return null;
  const shown = round((isMore ? mostYears : fewestYears) ?? 0);
  return found(clause, facts, place, statement("contradicts_total_years", { told: told.years, shown }));
};

const lately = /近|\b(?:last|past|recent)\b/;

/** Years of a skill: twice what the dates show and three years more, more than a life holds, or "only" half of it. */
export const skillYears: FindIn = (clause, answer, facts) => {
  const { folded } = clause;
  const told = yearsIn(folded);
  const { evidence, lifetime } = facts;
  const skill = answer.skills.find((one) => overlaps(one, clause));
  if (!told || !skill || notOwn.test(folded)) return null;
  const isLeast = least.test(folded.slice(Math.max(0, told.start - 24), told.start)) && !lately.test(folded);
  const places = evidence.shownBy(skill.canonical);
  const place = bestPlace(places, evidence);
  if (!place) return null;
  const uses = evidence.usesOf(places);
  const shown = yearsOf(uses, evidence.profile.asOf);
  const isListed = (evidence.skillPlaces.get(skill.canonical) ?? []).some((one) => evidence.usesOf([one]).length === 0);
  const isMore =
    (lifetime !== null && told.years > lifetime + 1) ||
    (shown > 0 && !isListed && told.years >= 2 * shown && told.years >= shown + 3);
  const isFewer = isLeast && shown > 0 && 2 * told.years <= shown && shown - told.years >= 2;
  const isThere = facts.employers.some((employer) => employerIn(folded, employer));
  if (!isMore && (!isFewer || isThere)) return null;
  const skills = answer.text.slice(skill.start, skill.end);
  const values = { skills, told: told.years, shown: round(shown) };
  const reason =
    shown > 0 ? statement("contradicts_skill_years", values) : statement("contradicts_skill_lifetime", values);
  return found(clause, facts, place, reason);
};

export const stayed =
  /在[^，]{2,12}(?:工作|做|待|呆|干|任职)|待了|\b(?:worked|was|were|been|stayed|spent|years) (?:[\w ]{0,16})?(?:at|with|for)\b/;
/** "做了三年 Java" is a part of the time. */
const partOf = /年(?:的)?(?:\s*)(?!产品经理|工程师|会计|销售)[\p{Script=Han}a-z]{2,}/u;

/** How long at an employer of the resume. */
export const tenure: FindIn = (clause, answer, facts) => {
  const { folded } = clause;
  const told = yearsIn(folded);
  const employer = facts.employers.find((one) => employerIn(folded, one));
  if (!told || !employer || !stayed.test(folded) || notOwn.test(folded)) return null;
  const { asOf } = facts.evidence.profile;
  const intervals = employer.jobs.map((job) => intervalOf(job, asOf));
  if (intervals.includes(null)) return null;
  const shown = coveredMonths(intervals.flatMap((interval) => interval ?? [])) / 12;
  const gap = told.years - shown;
  if (Math.abs(gap) <= Math.max(1, 0.25 * shown)) return null;
  if (gap < 0 && (partOf.test(folded) || namesSkill(clause, answer, employer))) return null;
  const place = employer.jobs[0]?.company?.spans[0];
  if (!place) return null;
  const values = { employer: employer.name, told: told.years, shown: round(shown) };
  return found(clause, facts, place, statement("contradicts_tenure", values));
};

/** 云计算 in 星河云计算 is a part of the name. */
function namesSkill(clause: Clause, { skills }: Answer, employer: Employer): boolean {
  const named = employerIn(clause.folded, employer);
  const end = clause.start + (named?.start ?? 0) + employer.name.length;
  return skills.some(
    (skill) => overlaps(skill, clause) && !(named && skill.start < end && skill.end > clause.start + named.start),
  );
}

function firstJob({ evidence }: Facts): TextSpan | undefined {
  const dated = evidence.profile.work.flatMap(({ start }) => (start?.spans[0] ? [start] : []));
  return dated.toSorted((a, b) => a.value.localeCompare(b.value))[0]?.spans[0];
}

export function found(clause: Clause, { evidence }: Facts, place: TextSpan, reason: Found["reason"]): Found {
  return { reason, place: clause, resume: evidence.quoteAround(place) };
}

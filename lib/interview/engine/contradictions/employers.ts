import companies from "@/data/companies.json" with { type: "json" };
import { escapeRegExp, hasHan } from "@/lib/resume/parsing/fold";
import { findSkills } from "@/lib/resume/parsing/skills";
import { fold } from "@/lib/screening/engine/evidence";
import { statement } from "@/lib/screening/engine/judgement";
import { monthOf } from "@/lib/screening/engine/months";
import { employerIn, spokenName } from "../employer-names";
import { type FindIn, newestJob } from "./facts";
import { notOwn } from "./told-years";
import { found } from "./years";

const byLength = (names: string[]) => names.map(escapeRegExp).sort((a, b) => b.length - a.length);
const han = byLength(companies.known.filter(hasHan));
const latin = byLength(companies.known.filter((name) => !hasHan(name)).map(fold));
const named = "[\\p{Script=Han}]{2,8}(?:公司|集团|科技|银行|证券)";

const workedHan = new RegExp(
  `(?:在|去了?|进了?)(${han.join("|")}|${named})(?:[\\p{Script=Han}]{0,6}?)(?:工作|上班|任职|就职|实习|做(?:过|了)|干(?:过|了)|待(?:过|了)|当(?:过|了)|做[\\p{Script=Han}]{0,6}(?:后端|前端|开发|产品|销售|运营|测试|会计|算法|设计))|(?:加入了?|入职了?|跳槽(?:到|去)了?)(${han.join("|")}|${named})`,
  "u",
);
const worked =
  "(?:worked|working) (?:at|for)|(?:was|been|got) employed (?:by|at)|employed (?:by|at)|joined|my (?:time|years|job) (?:at|with)";
const workedKnown = new RegExp(`\\b(?:${worked}|i was (?:at|with)) (${latin.join("|")})(?![a-z])`);
const workedNamed = new RegExp(`\\b(?:${worked}) ((?:[A-Z][\\w&'-]+)(?: [A-Z][\\w&'-]+){0,3})`);
const denied = /没|未|不|驻场|客户(?!经理|销售)(?<!大客户)|外包|\b(?:not|never|n't)\b|n't\b/;

/** An employer that the resume does not name anywhere. */
export const employer: FindIn = (clause, { text }, facts) => {
  const { folded } = clause;
  if (notOwn.test(folded) || denied.test(folded) || facts.evidence.profile.work.length === 0) return null;
  const written = text.slice(clause.start, clause.end);
  const name = workedHan.exec(folded)?.slice(1).find(Boolean) ?? inEnglish(folded, written);
  const spoken = name ? spokenName(name) : null;
  const resume = newestJob(facts);
  if (!name || !spoken || !resume) return null;
  const isNamed = [fold(name), spoken].some((one) => fold(facts.evidence.text).includes(one));
  return isNamed ? null : { reason: statement("contradicts_employer", { employer: name }), place: clause, resume };
};

function inEnglish(folded: string, written: string): string | undefined {
  if (!/\b(?:i|my)\b/.test(folded)) return undefined;
  const known = workedKnown.exec(folded)?.[1];
  if (known) {
    const start = folded.indexOf(known);
    return written.slice(start, start + known.length);
  }
  const name = workedNamed.exec(written)?.[1];
  return name && findSkills(name).length === 0 ? name : undefined;
}

export const came = /加入|入职|进(?:入|了|的)|去了|开始在|\b(?:joined|started (?:at|with|working)|started)\b/;
export const went = /离开|离职|走的|\b(?:left|quit|resigned)\b/;
/** Between the year, the coming or going and the employer, each of these means that they do not belong together. */
const apart = /组|后|之前|期间|\b(?:and|where|when|as|team|group|before|after|while)\b/;
const mostApart = 45;
export const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/;
/** A year is not far from a date some months outside it. */
const nearMonths = 2;

/** When somebody came to an employer of the resume or left it. */
export const employmentDate: FindIn = (clause, _, facts) => {
  const { folded } = clause;
  const dated = year.exec(folded);
  const told = Number(dated?.[1]);
  const [there, another] = facts.employers.filter((one) => employerIn(folded, one));
  const place = there && employerIn(folded, there);
  const moved = went.exec(folded) ?? came.exec(folded);
  if (!dated || !there || another || !place || !moved || notOwn.test(folded)) return null;
  const from = Math.min(dated.index, place.start, moved.index);
  const between = folded.slice(from, Math.max(dated.index, place.end, moved.index));
  if (between.length > mostApart || apart.test(between)) return null;
  const { asOf } = facts.evidence.profile;
  const dates = went.test(folded)
    ? there.jobs.flatMap(({ end }) => end ?? []).toSorted((a, b) => monthOf(b.value, asOf) - monthOf(a.value, asOf))
    : came.test(folded)
      ? there.jobs
          .flatMap(({ start }) => start ?? [])
          .toSorted((a, b) => monthOf(a.value, asOf) - monthOf(b.value, asOf))
      : [];
  const date = dates[0];
  const written = date?.spans[0];
  if (!date || !written || !isFar(told, date.value, asOf)) return null;
  const values = { employer: there.name, told, shown: date.value };
  const code = went.test(folded) ? "contradicts_left" : "contradicts_joined";
  return found(clause, facts, written, statement(code, values));
};

/** Whether a year lies further from a date than a memory does. */
export function isFar(told: number, date: string, asOf: string): boolean {
  if (date.length === 4) return Math.abs(told - Number(date)) > 1;
  const month = monthOf(date, asOf);
  return month < told * 12 - nearMonths || month > told * 12 + 11 + nearMonths;
}

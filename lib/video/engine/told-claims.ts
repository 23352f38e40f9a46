import { type Clause, overlaps, readAnswer } from "@/lib/interview/engine/answer";
import { came, went, year } from "@/lib/interview/engine/contradictions/employers";
import { notOwn, yearsIn } from "@/lib/interview/engine/contradictions/told-years";
import { plainTotal } from "@/lib/interview/engine/contradictions/years";
import type { AnswerQuote, Turn } from "@/lib/interview/schema";
import { statement } from "@/lib/screening/engine/judgement";
import { readDegree } from "@/lib/screening/engine/read-education";
import type { Statement } from "@/lib/screening/schema";
import type { ClaimKind } from "@/lib/video/kinds";

type Told = { kind: ClaimKind; subject: string; value: number; said: AnswerQuote };
export type OwnConflict = {
  kind: ClaimKind;
  subject: string;
  reason: Statement;
  said: AnswerQuote;
  before: AnswerQuote;
};

/** A part of the time, or a time at one place, is no other number for the whole. */
const partOfTime =
  /在[^，]{2,12}(?:公司|工作|期间|时)|其中|后来|之前|那边|\b(?:at|there|of which|before that|in that|since|another|more)\b/;

/** What somebody said twice, and differently: years of work, of a skill, of coming to or leaving a year, of a graduation. */
export function findOwnConflicts(turns: readonly Turn[]): OwnConflict[] {
  const told = turns.flatMap(readTold);
  const found: OwnConflict[] = [];
  told.forEach((claim, index) => {
    const before = told.slice(0, index).find((one) => isOther(one, claim));
    const isKnown = found.some(({ kind, subject }) => kind === claim.kind && subject === claim.subject);
    if (!before || isKnown) return;
    const reason = statement("video_said_otherwise", { before: before.value, after: claim.value });
    found.push({ kind: claim.kind, subject: claim.subject, reason, said: claim.said, before: before.said });
  });
  return found;
}

function isOther(before: Told, after: Told): boolean {
  if (before.kind !== after.kind || before.subject !== after.subject) return false;
  const gap = Math.abs(before.value - after.value);
  if (after.kind === "graduation") return gap > 1;
  return gap > Math.max(1, 0.3 * Math.max(before.value, after.value));
}

function readTold(turn: Turn): Told[] {
  const answer = readAnswer(turn);
  return answer.clauses.flatMap((clause): Told[] => {
    const { folded } = clause;
    if (notOwn.test(folded) || /[?？]\s*$/.test(folded)) return [];
    const said = answer.quoteOf(clause);
    const graduated = graduationIn(clause);
    if (graduated) return [{ ...graduated, said }];
    const years = yearsIn(folded);
    if (!years || partOfTime.test(folded)) return [];
    const skill = answer.skills.find((one) => overlaps(one, clause));
    if (skill) return [{ kind: "skill_years", subject: skill.canonical, value: years.years, said }];
    return plainTotal.test(folded) ? [{ kind: "total_years", subject: "", value: years.years, said }] : [];
  });
}

function graduationIn({ folded }: Clause): Omit<Told, "said"> | null {
  const value = Number(year.exec(folded)?.[1]);
  const isAround = came.test(folded) || went.test(folded) || /[后前以]|\b(?:after|before|since)\b/.test(folded);
  if (!value || !/毕业|\bgraduated\b/.test(folded) || isAround) return null;
  return { kind: "graduation", subject: readDegree(folded) ?? "", value };
}

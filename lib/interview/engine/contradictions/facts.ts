import type { TextSpan } from "@/lib/resume/profile";
import { type Evidence, prepareEvidence } from "@/lib/screening/engine/evidence";
import { monthOf } from "@/lib/screening/engine/months";
import type { Quote, Statement } from "@/lib/screening/schema";
import type { Answer, Clause } from "../answer";
import { type Employer, employersOf } from "../employer-names";
import type { InterviewSubject } from "../subject";

/** A resume prepared for holding answers against it. */
export type Facts = {
  evidence: Evidence;
  employers: readonly Employer[];
  /** Years from the first dated job until the resume was read, or more where more is stated; null without either. */
  mostYears: number | null;
  /** The fewer of the stated and the dated years; null without either. */
  fewestYears: number | null;
  /** Years since school or the first job began. */
  lifetime: number | null;
};

/** What one clause of an answer says against the resume. */
export type Found = { reason: Statement; place: TextSpan; resume: Quote };
export type FindIn = (clause: Clause, answer: Answer, facts: Facts) => Found | null;

/** By the resume itself, so that nothing of it is kept for longer. */
const known = new WeakMap<InterviewSubject["resume"], Facts>();

export function factsOf({ resume }: InterviewSubject): Facts {
  const facts = known.get(resume) ?? prepare(resume);
  known.set(resume, facts);
  return facts;
}

function prepare({ text, profile }: InterviewSubject["resume"]): Facts {
  const evidence = prepareEvidence({ text, profile });
  const since = (entries: readonly { start: { value: string } | null }[]) => {
    const months = entries.flatMap(({ start }) => (start ? [monthOf(start.value, profile.asOf)] : []));
    return months.length > 0 ? (monthOf(profile.asOf, profile.asOf) - Math.min(...months)) / 12 : null;
  };
  const worked = since(profile.work);
  const told = [profile.yearsOfWork?.value, profile.yearsOfWorkInferred?.value].flatMap((years) => years ?? []);
  return {
    ...{ evidence, employers: employersOf(profile) },
    mostYears: most([...told, ...(worked === null ? [] : [worked])]),
    fewestYears: told.length > 0 ? Math.min(...told) : null,
    lifetime: most([worked, since(profile.education)].flatMap((years) => years ?? [])),
  };
}

function most(numbers: number[]): number | null {
  return numbers.length > 0 ? Math.max(...numbers) : null;
}

/** The newest job that names its employer, as it stands. */
export function newestJob({ evidence }: Facts): Quote | null {
  const { work } = evidence.profile;
  const place = work.find(({ company }) => company?.spans[0])?.company?.spans[0];
  return place ? evidence.quoteAround(place) : null;
}

import type { ResumeProfile, WorkEntry } from "@/lib/resume/profile";
import { isOtherProfession, readFields } from "@/lib/screening/engine/fields";
import { coveredMonths, datedJobs, type Interval, intervalOf, monthOf } from "@/lib/screening/engine/months";
import { round } from "@/lib/screening/engine/read-numbers";
import { newestFirst, type PlanContext, quoteAt } from "./plan-context";
import type { Find } from "./resume-questions";

type Job = { entry: WorkEntry; interval: Interval };

const fewestGapMonths = 6;
/** Dates without months are a year off at either end. */
const fewestGapMonthsByYear = 24;
const shortStayMonths = 12;
const fewestOverlapMonths = 3;

/** What the dates and titles of a resume leave open. */
export function findInTimeline(context: PlanContext): Find[] {
  const profile = context.evidence?.profile;
  if (!profile) return [];
  const jobs = datedJobs(profile).toSorted((a, b) => a.interval.from - b.interval.from);
  return [
    ...gaps(jobs, profile, context),
    ...pause(jobs, profile, context),
    ...shortStays(jobs, context),
    ...overlaps(jobs, context),
    ...steps(profile, context),
    ...statedYears(profile, context),
  ];
}

function gaps(jobs: Job[], profile: ResumeProfile, context: PlanContext): Find[] {
  const busy = [...profile.education, ...profile.work, ...profile.projects, ...profile.activities].flatMap(
    (entry) => intervalOf(entry, profile.asOf) ?? [],
  );
  let reached = jobs[0]?.interval.to ?? 0;
  return jobs.flatMap(({ entry, interval }): Find[] => {
    const [from, to] = [reached, interval.from];
    const isMonthly = jobs.filter((job) => job.interval.to === from).every((job) => hasMonths(job.entry));
    reached = Math.max(reached, interval.to);
    const months = to - from - coveredMonths(busy.flatMap((one) => overlapOf(one, { from, to })));
    if (months < (isMonthly && hasMonths(entry) ? fewestGapMonths : fewestGapMonthsByYear)) return [];
    const isRecent = to > monthOf(profile.asOf, profile.asOf) - 60;
    const values = { from: labelOf(from), to: labelOf(to), months };
    return [{ kind: "gap", weight: months >= 12 && isRecent ? 7 : 5, values, quote: quoteOfJob(entry, context) }];
  });
}

function pause(jobs: Job[], profile: ResumeProfile, context: PlanContext): Find[] {
  const last = jobs.toSorted((a, b) => b.interval.to - a.interval.to)[0];
  if (!last || last.entry.end?.value === "present" || !hasMonths(last.entry)) return [];
  const now = monthOf(profile.asOf, profile.asOf);
  const isStudying = profile.education.some((entry) => (intervalOf(entry, profile.asOf)?.to ?? 0) > last.interval.to);
  if (now - last.interval.to < fewestGapMonths || isStudying) return [];
  const values = { from: labelOf(last.interval.to - 1) };
  return [{ kind: "pause", weight: 6, values, quote: quoteOfJob(last.entry, context) }];
}

function shortStays(jobs: Job[], context: PlanContext): Find[] {
  const short = jobs.filter(({ entry, interval }) => {
    const held = jobs.filter((job) => sameCompany(job.entry, entry));
    const months = coveredMonths(held.map((job) => job.interval));
    const isOver = held.every((job) => job.entry.end?.value !== "present");
    return entry.company && isOver && hasMonths(entry) && months < shortStayMonths && interval.to - interval.from > 0;
  });
  return short.toReversed().flatMap(({ entry, interval }): Find[] => {
    const company = entry.company?.value;
    if (!company) return [];
    const values = { company, months: interval.to - interval.from };
    return [{ kind: "short_stay", weight: short.length > 1 ? 7 : 6, values, quote: quoteOfJob(entry, context) }];
  });
}

function overlaps(jobs: Job[], context: PlanContext): Find[] {
  const full = jobs.filter(
    ({ entry }) => entry.company && hasMonths(entry) && !/兼|part/i.test(entry.employmentType?.value ?? ""),
  );
  return full.slice(1).flatMap((job, index): Find[] => {
    const before = full[index];
    if (!before || sameCompany(before.entry, job.entry)) return [];
    const months = coveredMonths(overlapOf(before.interval, job.interval));
    if (months < fewestOverlapMonths) return [];
    const values = { first: before.entry.company?.value ?? "", second: job.entry.company?.value ?? "", months };
    return [{ kind: "overlap", weight: 6, values, quote: quoteOfJob(job.entry, context) }];
  });
}

/** The newest step from one title to another: into another profession, or up within one company. */
function steps(profile: ResumeProfile, context: PlanContext): Find[] {
  const jobs = newestFirst(
    profile.work.filter(({ isInternship, title }) => title && !isInternship),
    profile.asOf,
  );
  return jobs.slice(1).flatMap((earlier, index): Find[] => {
    const later = jobs[index];
    const [before, after] = [earlier.title?.value, later?.title?.value];
    if (!later || !before || !after || before === after) return [];
    const quote = quoteAt(context, later.title?.spans[0]);
    const company = later.company?.value;
    if (company && sameCompany(earlier, later))
      return [{ kind: "promotion", weight: 6 - index, values: { company, before, after }, quote }];
    const fields = readFields(before);
    const isChange = fields.length > 0 && isOtherProfession(after, fields);
    return isChange ? [{ kind: "change", weight: 6.5 - index, values: { before, after }, quote }] : [];
  });
}

function statedYears({ yearsOfWork, yearsOfWorkInferred }: ResumeProfile, context: PlanContext): Find[] {
  if (!yearsOfWork || !yearsOfWorkInferred || yearsOfWork.basis === "inferred") return [];
  const [stated, dated] = [round(yearsOfWork.value), round(yearsOfWorkInferred.value)];
  if (stated - dated < 2) return [];
  return [{ kind: "years", weight: 6.5, values: { stated, dated }, quote: quoteAt(context, yearsOfWork.spans[0]) }];
}

function quoteOfJob({ company, title, start }: WorkEntry, context: PlanContext) {
  return quoteAt(context, (start ?? company ?? title)?.spans[0]);
}

function sameCompany(a: WorkEntry, b: WorkEntry): boolean {
  return a.company?.value.toLowerCase() === b.company?.value.toLowerCase();
}

function hasMonths({ start, end }: WorkEntry): boolean {
  return (start?.value.length ?? 0) > 4 && (end?.value.length ?? 0) > 4;
}

function overlapOf(a: Interval, b: Interval): Interval[] {
  const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)];
  return to > from ? [{ from, to }] : [];
}

function labelOf(month: number): string {
  return `${Math.floor(month / 12)}.${String((month % 12) + 1).padStart(2, "0")}`;
}

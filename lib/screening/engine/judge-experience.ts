import type { TextSpan, WorkEntry } from "@/lib/resume/profile";
import { type Evidence, isIn } from "./evidence";
import { isInFields, isOtherProfession, readFields } from "./fields";
import { judgeSkill } from "./judge-skill";
import { exactly, type Judgement, judgement, pointsOfShares, pointsOfShort, statement } from "./judgement";
import { quoteOf, uniqueQuotes } from "./quotes";
import { readYears, round } from "./read-numbers";
import { contentWords, labelOf, readTerms, type TermGroup } from "./read-terms";
import { judgeRecency, lastUseIn, lastUseValues, recencyOf } from "./recency";
import { listed, placesOf, shownPlacesOf, yearsIn } from "./terms";

/** Below the asked years by no more than this share is near enough to be worth asking about. */
const nearShare = 0.6;

/**
 * Years in all, in a field or with a tool, from the dated entries; internships do not count. A job is in the field when
 * its title is, or, where the field is no profession this engine knows, when the requirement's own words stand in the
 * job. A tool ("3 年 Java 开发经验") must be named in the job: an engineer's title does not say which language.
 * "近三年" counts what lies within these years only.
 * Points of short years: their share of those asked; of internships only, where years
 * are asked, 25.
 */
export function judgeExperience(requirement: string, evidence: Evidence): Judgement {
  const { window, rest } = recencyOf(requirement);
  const asked = readYears(rest);
  const topic = rest.replace(/全职|以上|工作年限|工作/g, "");
  const fields = readFields(topic);
  const groups = readTerms(topic);
  if (fields.length === 0 && groups.length === 0)
    return asked === null ? judgement("unknown", 0.3, statement("not_readable")) : judgeTotal(asked, evidence);

  const field = listed(groups.map(labelOf)) || contentWords(topic).join(" ") || topic.trim();
  const tools = groups.filter(isTool);
  const absentTools = tools.filter((tool) => placesOf(tool, evidence).length === 0);
  const isByTool = tools.length > 0 && isToolAlone(topic, tools);
  if (isByTool && absentTools.length === tools.length) return judgeSkill(listed(tools.map(labelOf)), evidence);

  if (isByTool && window !== null) return judgeSkill(requirement, evidence);

  const places = isByTool
    ? tools.flatMap((group) => shownPlacesOf(group, evidence)).toSorted((a, b) => a.start - b.start)
    : groups.flatMap((group) => placesOf(group, evidence));
  const jobs = evidence.profile.work;
  const named = evidence.usesOf(places);
  // Words in passing make a job of another title a hint only.
  const inField = jobs.filter((job) => {
    const title = titleOf(job);
    if (isByTool || fields.length === 0 || readFields(title).length === 0) return named.includes(job);
    return isInFields(title, fields);
  });
  if (inField.length > 0) {
    const result = judgeYears({ asked, window, field, jobs: inField, places, isByTool, evidence });
    if (result.verdict !== "met" || absentTools.length === 0) return result;
    const shown = groups.filter((group) => !absentTools.includes(group));
    const values = { skills: listed(shown.map(labelOf)), missing: listed(absentTools.map(labelOf)) };
    return judgement("partly", 0.7, statement("skill_partly", values), result.quotes);
  }

  const stated = statedYears(places, evidence);
  if (stated && asked !== null && stated.years >= asked) {
    const values = { field, years: round(stated.years), asked: round(asked) };
    return judgement("met", 0.55, statement("field_years_stated", values), [evidence.quoteAround(stated.place)]);
  }
  if (places.length > 0) {
    const quotes = uniqueQuotes(
      places.map((place) => evidence.quoteAround(place)),
      2,
    );
    if (isByTool) {
      const skills = listed(tools.filter((tool) => !absentTools.includes(tool)).map(labelOf));
      const reason =
        asked === null
          ? statement("skill_listed", { skills })
          : statement("skill_years_unknown", { skills, asked: round(asked) });
      return judgement("partly", 0.5, reason, quotes, pointsOfShares(0.3));
    }
    return judgement("partly", 0.5, statement("field_outside_title", { field }), quotes, pointsOfShares(0.2));
  }
  const titles = jobs.flatMap(({ title }) => title ?? []);
  if (
    titles.length > 0 &&
    titles.length === jobs.length &&
    titles.every(({ value }) => isOtherProfession(value, fields))
  ) {
    const quotes = uniqueQuotes(
      jobs.map((job) => headingOf(job, evidence)),
      2,
    );
    return judgement("not_met", 0.6, statement("field_other", { field }), quotes);
  }
  return judgement("unknown", 0.55, statement("field_absent", { field }));
}

/** A language, framework or product: a skill whose name names no field of work. */
function isTool(group: TermGroup): boolean {
  return group.every(({ label, skill }) => skill !== null && readFields(label).length === 0);
}

/** "Java 开发经验" asks for Java; "前端经验，熟悉 React" asks for a field, with a tool beside it. */
function isToolAlone(topic: string, tools: TermGroup[]): boolean {
  const rest = tools.flat().reduce((text, { label }) => text.replace(label, " "), topic);
  return readFields(rest).every((field) => field === "software");
}

type Found = {
  asked: number | null;
  window: number | null;
  field: string;
  jobs: WorkEntry[];
  places: TextSpan[];
  isByTool: boolean;
  evidence: Evidence;
};

function judgeYears({ asked, window, field, jobs, places, isByTool, evidence }: Found): Judgement {
  const { profile } = evidence;
  const paid = jobs.filter(({ isInternship }) => !isInternship);
  const quotes = uniqueQuotes(
    (paid.length > 0 ? paid : jobs).flatMap((job) => {
      const use = isByTool ? places.find((place) => isIn(place, job.span)) : undefined;
      return use ? [headingOf(job, evidence), evidence.quoteAround(use)] : [headingOf(job, evidence)];
    }),
  );
  if (paid.length === 0) {
    const points = asked !== null && asked >= 1 ? exactly(25) : pointsOfShares(0.2);
    return judgement("partly", 0.6, statement("field_internship", { field }), quotes, points);
  }
  const used = [{ label: field, last: lastUseIn(paid, profile.asOf) }];
  const notRecent = window === null ? null : judgeRecency({ window, skills: field }, used, quotes);
  if (notRecent) return notRecent;
  if (asked === null && window !== null) {
    const reason = statement("recent_met", { skills: field, window: round(window), ...lastUseValues(used) });
    return judgement("met", 0.75, reason, quotes);
  }
  if (asked === null) return judgement("met", 0.75, statement("field_found", { field }), quotes);

  const years = yearsIn(paid, profile.asOf, window);
  const stated = statedYears(places, evidence);
  const values = { field, years: round(years), asked: round(asked) };
  if (years >= asked) return judgement("met", 0.8, statement("field_years_met", values), quotes);
  if (stated && stated.years >= asked) {
    const reason = statement("field_years_stated", { ...values, years: round(stated.years) });
    const verdict = years === 0 ? "met" : "partly";
    return judgement(
      verdict,
      0.55,
      reason,
      uniqueQuotes([evidence.quoteAround(stated.place), ...quotes]),
      years === 0 ? undefined : pointsOfShort(years / asked),
    );
  }
  if (years === 0)
    return judgement(
      "partly",
      0.45,
      statement("field_undated", { field, asked: round(asked) }),
      quotes,
      pointsOfShares(0.3),
    );
  // Enough years in all, but the titles do not tie them to the field, or jobs that may leave the tool out: a question, not a failing.
  if (isByTool || (profile.yearsOfWork?.value ?? 0) >= asked)
    return judgement("partly", 0.6, statement("field_years_short", values), quotes, pointsOfShort(years / asked));
  if (years >= asked * nearShare)
    return judgement(
      "partly",
      0.6,
      statement("field_years_short", values),
      quotes,
      exactly(round((100 * years) / asked)),
    );
  return judgement("not_met", 0.65, statement("field_years_short", values), quotes);
}

function judgeTotal(asked: number, evidence: Evidence): Judgement {
  const years = evidence.profile.yearsOfWork;
  if (!years) return judgement("unknown", 0.6, statement("years_absent", { asked: round(asked) }));
  const values = { years: round(years.value), asked: round(asked) };
  const quotes = uniqueQuotes(years.spans.map((span) => evidence.quoteAround(span)));
  if (years.value >= asked) return judgement("met", years.confidence, statement("years_met", values), quotes);
  const reason = statement("years_short", values);
  if (years.value < asked * nearShare) return judgement("not_met", years.confidence * 0.9, reason, quotes);
  return judgement("partly", years.confidence * 0.9, reason, quotes, exactly(round((100 * years.value) / asked)));
}

/** The title, or the department where the title says nothing. */
function titleOf({ title, department }: WorkEntry) {
  return title?.value ?? department?.value ?? "";
}

/** "8 years of back-end development" in a sentence that names the field. */
function statedYears(places: TextSpan[], { sentences }: Evidence): { years: number; place: TextSpan } | null {
  const said = sentences.flatMap((sentence) => {
    if (!/经验|经历|从业|experience|background/.test(sentence.folded)) return [];
    const place = places.find((one) => isIn(one, sentence));
    const years = place ? readYears(sentence.folded) : null;
    return place && years !== null ? [{ years, place }] : [];
  });
  return said.toSorted((a, b) => b.years - a.years || a.place.start - b.place.start)[0] ?? null;
}

/** The line that names the job, with its dates where they stand on it or next to it. */
function headingOf(job: WorkEntry, { text, quoteAround }: Evidence) {
  const name = job.title ?? job.company;
  const spans = [name, job.company, job.start, job.end].flatMap((reading) => reading?.spans[0] ?? []);
  const near = spans.filter((span) => name && Math.abs(span.start - (name.spans[0]?.start ?? 0)) <= 120);
  const start = Math.min(...near.map((span) => span.start));
  const end = Math.max(...near.map((span) => span.end));
  if (near.length === 0) return quoteAround({ start: job.span.start, end: job.span.start + 1 });
  return end - start <= 160 ? quoteOf(text, { start, end }) : quoteOf(text, near[0] ?? { start, end });
}

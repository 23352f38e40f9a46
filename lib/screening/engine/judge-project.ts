import { shareOf } from "@/lib/resume/parsing/quantities";
import type { TextSpan } from "@/lib/resume/profile";
import type { Quote } from "@/lib/screening/schema";
import { type Entry, type Evidence, isIn, type Sentence } from "./evidence";
import { judgeText } from "./judge-text";
import { type Judgement, judgement, pointsOfShares, statement } from "./judgement";
import { uniqueQuotes } from "./quotes";
import { type AskedProjects, largeWords, leadingRole, leadingTold, readProjects } from "./read-project";
import { labelOf } from "./read-terms";
import { listed, placesOf } from "./terms";
import { toldAmounts } from "./told-amounts";

/** One thing asked of a project: shown in full or in part, ruled out for the rest, or neither said. */
type Part = { label: string; shown: number; ruledOut: number; place?: TextSpan; stated?: string };
type Fit = { entry: Entry; parts: Part[] };

/** A project smaller than half of what is asked for is another kind of project. */
const nearShare = 0.5;

/**
 * Projects by number, role and size; what asks for none of these goes by its words. Counted are the described projects,
 * and dated jobs that hold none and describe one: by the topic, else by the word or an amount asked for. The best of them are held against each part: being about the topic,
 * a role by the title or a verb of the entry, a size by a number of the same unit in a sentence of it. Points: the share
 * of parts shown over all projects asked for; a number below the one asked counts its share from half on and nothing
 * below; what an entry leaves out, and a project that is not there, stay open.
 */
export function judgeProject(requirement: string, evidence: Evidence): Judgement {
  const asked = readProjects(requirement);
  if (!asked) return judgeText(requirement, evidence);
  const about = listed(asked.topic.map(labelOf));
  const fits = entriesAbout(asked, evidence)
    .map((entry) => ({ entry, parts: partsOf(entry, asked, evidence) }))
    .toSorted((a, b) => weightOf(b) - weightOf(a) || a.entry.span.start - b.entry.span.start);
  if (fits.length === 0) return judgeElsewhere(asked, about, evidence);

  const best = fits.slice(0, asked.count);
  const perProject = 1 + (best[0]?.parts.length ?? 0);
  const sum = (of: (part: Part) => number) =>
    best.flatMap(({ parts }) => parts).reduce((total, part) => total + of(part), 0);
  const all = asked.count * perProject;
  const points = pointsOfShares((best.length + sum(({ shown }) => shown)) / all, sum(({ ruledOut }) => ruledOut) / all);
  const quotes = quotesOf(best, evidence);
  const found = fits.filter(({ parts }) => parts.every(({ shown }) => shown === 1)).length;
  const values = { found, count: asked.count };
  if (found >= asked.count) return judgement("met", 0.75, statement("project_met", values), quotes, points);

  const smaller = best.flatMap(({ parts }) => parts).find(({ ruledOut }) => ruledOut > 0);
  if (smaller?.stated && found === 0) {
    const reason = statement("project_size_short", { size: smaller.stated, wanted: smaller.label });
    const isRuledOut = fits.every(({ parts }) => parts.some(({ ruledOut }) => ruledOut === 1));
    return isRuledOut ? judgement("not_met", 0.6, reason, quotes) : judgement("partly", 0.6, reason, quotes, points);
  }
  const missing = best.flatMap(({ parts }) => parts).filter(({ shown, ruledOut }) => shown === 0 && ruledOut === 0);
  if (missing.length === 0) return judgement("partly", 0.65, statement("project_fewer", values), quotes, points);
  const labels = listed(missing.map(({ label }) => label));
  return judgement("partly", 0.55, statement("project_partly", { ...values, missing: labels }), quotes, points);
}

/** Nothing that could be counted: the topic may still be mentioned. */
function judgeElsewhere({ topic }: AskedProjects, about: string, evidence: Evidence): Judgement {
  const places = topic.flatMap((group) => placesOf(group, evidence));
  if (places.length > 0) {
    const quotes = uniqueQuotes(
      places.map((place) => evidence.quoteAround(place)),
      2,
    );
    return judgement("partly", 0.45, statement("project_elsewhere", { parts: about }), quotes, pointsOfShares(0.2));
  }
  const reason = topic.length > 0 ? statement("project_absent", { parts: about }) : statement("project_none");
  return judgement("unknown", 0.55, reason);
}

function entriesAbout({ topic, scales }: AskedProjects, evidence: Evidence): Entry[] {
  const { profile, counts } = evidence;
  const described = profile.projects.filter(({ description }) => description?.spans.some((span) => counts(span)));
  const jobs = profile.work.filter(
    (job) => (job.start || job.end) && !profile.projects.some(({ span }) => isIn(span, job.span)),
  );
  const uses = topic.map((group) => evidence.usesOf(placesOf(group, evidence)));
  const isAbout = (entry: Entry) => uses.every((entries) => entries.includes(entry));
  const isTold = ({ folded }: Sentence) =>
    /项目|课题|\bprojects?\b/.test(folded) ||
    toldAmounts(folded).some((amount) => scales.some(({ quantity }) => shareOf(amount, quantity) !== null));
  const telling = jobs.filter((job) => (topic.length > 0 ? isAbout(job) : toldIn(job, evidence).some(isTold)));
  return [...described.filter(isAbout), ...telling];
}

function partsOf(entry: Entry, asked: AskedProjects, evidence: Evidence): Part[] {
  const told = toldIn(entry, evidence);
  return [
    ...(asked.role === null ? [] : [rolePart(asked.role, entry, told)]),
    ...asked.scales.map((scale) => scalePart(scale, told, evidence)),
    ...(asked.size === null ? [] : [said(asked.size, findIn(told, largeWords))]),
  ];
}

function rolePart(label: string, entry: Entry, told: Sentence[]): Part {
  const role = "name" in entry ? entry.role : projectTitle(entry);
  return role && leadingRole.test(role.value)
    ? { label, shown: 1, ruledOut: 0 }
    : said(label, findIn(told, leadingTold));
}

/** Of a job's titles these are about projects; a customer manager leads none. */
function projectTitle({ title }: Extract<Entry, { title: unknown }>) {
  return title && /项目|技术负责|研发负责|project|tech(?:nical)? lead|team lead/i.test(title.value) ? title : null;
}

function scalePart(
  { said: label, quantity }: AskedProjects["scales"][number],
  told: Sentence[],
  evidence: Evidence,
): Part {
  const stated = told
    .flatMap((sentence) =>
      toldAmounts(sentence.folded).flatMap((amount) => {
        const share = shareOf(amount, quantity);
        if (share === null) return [];
        const place = { start: sentence.start + amount.start, end: sentence.start + amount.end };
        return [{ share: Math.min(1, share), place, text: evidence.text.slice(place.start, place.end).trim() }];
      }),
    )
    .toSorted((a, b) => b.share - a.share)[0];
  if (!stated) return { label, shown: 0, ruledOut: 0 };
  const shown = stated.share >= nearShare ? stated.share : 0;
  return { label, shown, ruledOut: 1 - shown, place: stated.place, stated: stated.text };
}

function said(label: string, place: TextSpan | undefined): Part {
  return place ? { label, shown: 1, ruledOut: 0, place } : { label, shown: 0, ruledOut: 0 };
}

function findIn(told: Sentence[], pattern: RegExp): TextSpan | undefined {
  for (const { start, folded } of told) {
    const match = pattern.exec(folded);
    if (match) return { start: start + match.index, end: start + match.index + match[0].length };
  }
  return undefined;
}

/** The sentences of an entry, but for what they say of the employer. */
function toldIn(entry: Entry, { sentences }: Evidence): Sentence[] {
  const employer = "title" in entry ? [entry.companyDescription, entry.companySize, entry.companyNature] : [];
  const others = employer.flatMap((reading) => reading?.spans ?? []);
  return sentences.filter(
    (sentence) =>
      isIn(sentence, entry.span) && !others.some((other) => sentence.start < other.end && other.start < sentence.end),
  );
}

function weightOf({ parts }: Fit): number {
  return parts.reduce((sum, { shown, ruledOut }) => sum + shown - ruledOut, 0);
}

/** What each project is called, and where it says what is asked for; of several projects their names come first. */
function quotesOf(best: Fit[], { quoteAround }: Evidence): Quote[] {
  const names = best.map(({ entry }) => quoteAround(headOf(entry)));
  const places = best.flatMap(({ parts }) => parts.flatMap(({ place }) => (place ? [quoteAround(place)] : [])));
  return uniqueQuotes([...names, ...places], mostQuotes);
}

const mostQuotes = 5;

function headOf(entry: Entry): TextSpan {
  const name = "name" in entry ? entry.name : (entry.title ?? entry.company);
  return name?.spans[0] ?? { start: entry.span.start, end: entry.span.start + 1 };
}

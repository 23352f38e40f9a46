import { findSkills } from "@/lib/resume/parsing/skills";
import { hasFigure } from "../figures";
import type { Engagement } from "../read-engagements";
import type { Measure } from "../schema";
import { lengthOf } from "../statements";
import { readPart } from "../wording";
import { give, quoteOf, shareOf, step } from "./counting";

const dimension = "project";
/** Told well enough that a reader knows what was done: two statements, or one of some length. */
const toldLength = 60;

export function isTold({ statements }: Engagement): boolean {
  return statements.length >= 2 || statements.some(({ text }) => lengthOf(text) >= toldLength);
}

/** Jobs and projects: whether they are told, with results, as one's own, with means, and by whom when. */
export function measureProjects(text: string, engagements: Engagement[]): Measure[] {
  const statements = engagements.flatMap((engagement) => engagement.statements);
  const acted = statements.filter((one) => readPart(one.text) !== null);
  const measured = acted.filter((one) => hasFigure(one.text));
  const unmeasured = acted.find((one) => !hasFigure(one.text));
  const own = statements.filter((one) => readPart(one.text) === "own");
  const vague = statements.find((one) => readPart(one.text) === "vague");
  const means = new Map(acted.flatMap(({ text: said }) => findNamed(said).map((one) => [one.canonical, one.name])));
  const told = engagements.filter(isTold);
  const untold = engagements.find((one) => !isTold(one) && one.name);
  const placed = engagements.filter(({ hasRole, isDated }) => hasRole && isDated);
  const unplaced = engagements.find(({ name, hasRole, isDated }) => name && !(hasRole && isDated));
  const quoted = (name: string, one: { start: number; end: number } | undefined): Measure["values"] =>
    one ? { [name]: quoteOf(text, one) } : {};
  return [
    give(dimension, "told", 10, {
      share: step([0, 0.5, 0.8, 1], told.length),
      values: { total: engagements.length, count: told.length, ...(untold?.name && { entry: untold.name.text }) },
      spans: untold?.name ? [untold.name.span] : told.flatMap(({ name }) => name?.span ?? []),
    }),
    give(dimension, "results", 12, {
      share: step([0, 0.35, 0.6, 0.75, 0.9, 1], measured.length),
      values: {
        count: measured.length,
        total: statements.length,
        ...quoted("best", measured[0]),
        ...quoted("bare", unmeasured),
      },
      spans: measured,
    }),
    give(dimension, "own_part", 8, {
      share: shareOf(own.length, statements.length * 0.6) * Math.min(1, own.length / 4),
      values: { count: own.length, total: statements.length, ...quoted("vague", vague) },
      spans: own,
    }),
    give(dimension, "means", 6, {
      share: means.size / 5,
      values: { count: means.size, ...(means.size > 0 && { skills: [...means.values()].slice(0, 5).join("、") }) },
      spans: acted.filter((one) => skillsOf(one.text).length > 0),
    }),
    give(dimension, "placed", 4, {
      share: shareOf(placed.length, engagements.length),
      values: { count: placed.length, total: engagements.length, ...(unplaced?.name && { entry: unplaced.name.text }) },
      spans: unplaced?.name ? [unplaced.name.span] : [],
    }),
  ];
}

/** What one statement names beyond these is a list, not a telling. */
const mostInOneStatement = 6;

export function skillsOf(text: string): string[] {
  return findNamed(text).map(({ canonical }) => canonical);
}

/** Skills of a statement by their dictionary's name and as they are written. */
function findNamed(text: string): { canonical: string; name: string }[] {
  const found = new Map(findSkills(text).map(({ canonical, start, end }) => [canonical, text.slice(start, end)]));
  return [...found].slice(0, mostInOneStatement).map(([canonical, name]) => ({ canonical, name }));
}

import { applyFilled } from "../filling/apply-filled";
import { findDegrees } from "../parsing/dictionaries/degrees";
import { inferYears } from "../parsing/fields/years-of-work";
import { canonicalSkill } from "../parsing/skills";
import { degreeLevels, type Reading, type ResumeProfile, resumeProfile } from "../profile";
import { entryMarks, readPath } from "./paths";

/** What somebody corrected; `path` and `readValue` as the parser had it at that time. */
export type Correction = {
  id: string;
  path: string;
  /** Null where the parser had found nothing. */
  readValue: string | null;
  value: string;
  /** The marks of its entry, for a field of one in a list. */
  entry: Record<string, string> | null;
};

/** A correction with where it stands in this profile. */
export type Placed<C extends Correction> = C & { at: string };

type Value = Reading<string | number>;
type Entry = Record<string, unknown>;
/** A copy to be written into; its shape is checked when all corrections are in. */
type Draft = Record<string, unknown>;

/**
 * The profile with what a model found and what people corrected, the parser's reading left as it is. A correction goes to the field it was
 * made for: in a list to the entry that has the same marks and the same reading, never to another one that happens to
 * stand at its place now. What cannot be placed is given back.
 */
export function applyCorrections<C extends Correction>(
  profile: ResumeProfile,
  corrections: readonly C[],
): { profile: ResumeProfile; placed: Placed<C>[]; unplaced: C[] } {
  const filled = applyFilled(profile);
  if (corrections.length === 0) return { profile: filled, placed: [], unplaced: [] };
  const draft: Draft = structuredClone(filled);
  const taken = new Set<string>();
  const placed = corrections.flatMap((correction): Placed<C>[] => {
    const at = findPlace(profile, correction, taken);
    if (at === null) return [];
    taken.add(at);
    write(draft, at, correction);
    return [{ ...correction, at }];
  });
  const isPlaced = new Set(placed.map(({ id }) => id));
  const corrected = resumeProfile.parse(
    derive(
      draft,
      placed.map(({ at }) => at),
    ),
  );
  return { profile: corrected, placed, unplaced: corrections.filter(({ id }) => !isPlaced.has(id)) };
}

/** The value at a path as text; null where nothing was read, undefined where there is no such entry. */
export function readAt(profile: ResumeProfile, path: string): string | null | undefined {
  const parsed = readPath(path);
  if (!parsed) return undefined;
  const reading = readingAt(profile, path);
  if (reading) return String(reading.value);
  if (parsed.shape === "field") return null;
  const { length } = listOf(profile, parsed.list);
  if (parsed.shape === "entry" && parsed.index < length) return null;
  // One more than were read.
  return parsed.index === length && canAdd(path) ? null : undefined;
}

/** Single values and skills can be added to their list; other entries are more than one value. */
function canAdd(path: string) {
  const parsed = readPath(path);
  return parsed?.shape === "item" || (parsed?.shape === "entry" && parsed.list === "skills" && parsed.field === "name");
}

/** The marks of the entry a path leads into. */
export function marksAt(profile: ResumeProfile, path: string): Record<string, string> | null {
  const parsed = readPath(path);
  if (parsed?.shape !== "entry") return null;
  const entry = listOf(profile, parsed.list)[parsed.index];
  return entry ? marksOf(entry, parsed.list) : null;
}

export function readingAt(profile: ResumeProfile, path: string): Value | null {
  const found = path.split(".").reduce<unknown>((part, key) => (Object(part) as Entry)[key], profile);
  return isReading(found) ? found : null;
}

function findPlace(profile: ResumeProfile, correction: Correction, taken: ReadonlySet<string>): string | null {
  const parsed = readPath(correction.path);
  if (!parsed) return null;
  if (parsed.shape === "field") return taken.has(correction.path) ? null : correction.path;
  const { list, index } = parsed;
  const all = listOf(profile, list);
  const pathOf = (place: number) => (parsed.shape === "item" ? `${list}.${place}` : `${list}.${place}.${parsed.field}`);
  const isFree = (place: number) => !taken.has(pathOf(place));
  // Its own place first, then the others in order.
  const places = [...new Set([index, ...all.keys()])].filter((place) => place < all.length && isFree(place));
  const reads = (place: number) => {
    const reading = readingAt(profile, pathOf(place));
    return reading ? String(reading.value) : null;
  };
  if (parsed.shape === "item" || correction.entry === null) {
    const found = places.find((place) => correction.readValue !== null && reads(place) === correction.readValue);
    const already = found ?? places.find((place) => reads(place) === correction.value);
    if (already !== undefined) return pathOf(already);
    if (!canAdd(correction.path)) return null;
    let next = all.length;
    while (!isFree(next)) next += 1;
    return pathOf(next);
  }
  const { entry: marks, readValue, value } = correction;
  const fits = places.filter((place) => {
    const own = marksOf(all[place], list);
    const isEntry = Object.entries(marks).every(([key, mark]) => key === parsed.field || own[key] === mark);
    return isEntry && (reads(place) === readValue || reads(place) === value);
  });
  const [first, ...others] = fits;
  if (first === undefined) return null;
  return first === index || others.length === 0 ? pathOf(first) : null;
}

function write(draft: Draft, at: string, { value }: Correction) {
  const parsed = readPath(at);
  if (!parsed) return;
  const keys = at.split(".");
  const last = keys.pop() ?? "";
  if (parsed.shape === "entry") {
    const all = draft[parsed.list] as Entry[];
    all[parsed.index] ??= { name: null, canonical: null };
  }
  const holder = keys.reduce<Entry>((part, key) => part[key] as Entry, draft);
  const before = isReading(holder[last]) ? holder[last] : null;
  const isNumber = parsed.kind === "years" || parsed.kind === "age";
  const isAsRead = before !== null && String(before.value) === value;
  holder[last] = isAsRead
    ? { ...before, confidence: 1 }
    : { value: isNumber ? Number(value) : value, spans: before?.spans ?? [], confidence: 1, basis: "corrected" };
}

/** What follows from a corrected value, unless it was corrected itself. */
function derive(draft: Draft, paths: string[]): Draft {
  const profile = draft as unknown as ResumeProfile;
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path));
  for (const path of paths) {
    const [, list, index] = /^(education|skills)\.(\d+)\.(?:degree|name)$/.exec(path) ?? [];
    const education = list === "education" ? profile.education[Number(index)] : undefined;
    const level = education?.degree?.basis === "corrected" ? findDegrees(education.degree.value)[0]?.level : undefined;
    if (education?.degree && level) education.degreeLevel = { ...education.degree, value: level };
    const skill = list === "skills" ? profile.skills[Number(index)] : undefined;
    if (skill) skill.canonical = canonicalSkill(skill.name.value);
  }
  if (has(/^education\.\d+\.degree$/) && !paths.includes("highestDegree")) {
    const levels = profile.education.flatMap(({ degreeLevel }) => degreeLevel ?? []);
    const highest = levels.toSorted((a, b) => degreeLevels.indexOf(b.value) - degreeLevels.indexOf(a.value))[0];
    if (highest) profile.highestDegree = highest;
  }
  if (has(/^work\.\d+\.(?:start|end)$/)) {
    profile.yearsOfWorkInferred = inferYears(profile.work, profile.asOf);
    if (!paths.includes("yearsOfWork") && profile.yearsOfWork?.basis !== "stated")
      profile.yearsOfWork = profile.yearsOfWorkInferred;
  }
  if (paths.includes("yearsOfWork")) profile.yearsOfWorkText = null;
  return draft;
}

function listOf(profile: ResumeProfile, list: string): Entry[] {
  const found = (profile as unknown as Draft)[list];
  return Array.isArray(found) ? found : [];
}

function marksOf(entry: Entry | undefined, list: string): Record<string, string> {
  return Object.fromEntries(
    (entryMarks[list] ?? []).flatMap((key) => {
      const reading = entry?.[key];
      return isReading(reading) ? [[key, String(reading.value)]] : [];
    }),
  );
}

function isReading(value: unknown): value is Value {
  return typeof value === "object" && value !== null && "spans" in value && "confidence" in value;
}

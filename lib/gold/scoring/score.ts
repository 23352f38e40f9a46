import type { Truth, TruthValue } from "../truth";
import { foldLanguage, foldSkill } from "./fold";
import { choicesOf, isAlike, isNear, judge, type Kind, type Outcome } from "./judge";
import type { Guess, Prediction } from "./prediction";

/** One value, or one whole entry ("work.entry"), held against the truth. */
export type Verdict = { field: string; outcome: Outcome; confidence: number | null };

const scalars: Record<keyof Prediction["scalars"], Kind> = {
  name: "text",
  email: "email",
  phone: "phone",
  gender: "gender",
  birthday: "date",
  city: "city",
  degree: "level",
};
type Part = { name: string; kind: Kind; weight: number };
const part = (name: string, kind: Kind, weight = 1): Part => ({ name, kind, weight });
/** The part that tells which entry is meant weighs most. */
const lists: Record<keyof Prediction["lists"], Part[]> = {
  education: [
    part("school", "text", 3),
    part("degree", "level"),
    part("major", "text"),
    part("start", "date"),
    part("end", "date"),
  ],
  work: [part("company", "text", 3), part("title", "text"), part("start", "date"), part("end", "date")],
  projects: [part("name", "text", 3)],
};

export const fields = [
  ...Object.keys(scalars),
  ...Object.entries(lists).flatMap(([list, parts]) => [...parts.map(({ name }) => `${list}.${name}`), `${list}.entry`]),
  ...["skills", "languages"],
];

/** Everything one resume's reading got right and wrong. */
export function score(truth: Truth, prediction: Prediction): Verdict[] {
  return [
    ...keysOf(scalars).flatMap((field) => verdict(field, scalars[field], truth[field], prediction.scalars[field])),
    ...keysOf(lists).flatMap((list) => scoreList(list, truth, prediction.lists[list])),
    ...scoreSkills(truth, prediction),
    ...scoreLanguages(truth, prediction),
  ];
}

function verdict(field: string, kind: Kind, truth: TruthValue | undefined, guess: Guess | undefined): Verdict[] {
  const outcome = judge(kind, truth, guess?.value ?? null);
  return outcome ? [{ field, outcome, confidence: guess?.confidence ?? null }] : [];
}

type Entry = Record<string, TruthValue | undefined>;
type GuessedEntry = Record<string, Guess>;

function scoreList(list: keyof typeof lists, truth: Truth, guessed: GuessedEntry[]): Verdict[] {
  const known = truth[list];
  if (known === "*") return [];
  const parts = lists[list];
  const entries: Entry[] = known ?? [];
  const pairs = pairUp(parts, entries, guessed);
  const verdicts: Verdict[] = [];
  const entry = (outcome: Outcome) => verdicts.push({ field: `${list}.entry`, outcome, confidence: null });
  for (const [truthEntry, guess] of pairs) {
    const own = parts.flatMap(({ name, kind }) => verdict(`${list}.${name}`, kind, truthEntry[name], guess[name]));
    verdicts.push(...own);
    entry(own.every(({ outcome }) => outcome === "right" || outcome === "silent") ? "right" : "wrong");
  }
  for (const truthEntry of entries.filter((one) => !pairs.some(([paired]) => paired === one))) {
    verdicts.push(...parts.flatMap(({ name, kind }) => verdict(`${list}.${name}`, kind, truthEntry[name], null)));
    entry("missed");
  }
  for (const guess of guessed.filter((one) => !pairs.some(([, paired]) => paired === one))) {
    if (isOptional(parts, truth.optional?.[list] ?? [], guess)) continue;
    const given = parts.flatMap(({ name }): Verdict[] =>
      guess[name] ? [{ field: `${list}.${name}`, outcome: "extra", confidence: guess[name].confidence }] : [],
    );
    verdicts.push(...given);
    if (given.length > 0) entry("extra");
  }
  return verdicts;
}

/** The best pairs first. */
function pairUp(parts: Part[], entries: Entry[], guessed: GuessedEntry[]): [Entry, GuessedEntry][] {
  const candidates = entries.flatMap((entry) =>
    guessed.map((guess) => ({ entry, guess, likeness: likeness(parts, entry, guess) })),
  );
  const pairs: [Entry, GuessedEntry][] = [];
  for (const { entry, guess, likeness: value } of candidates.sort((a, b) => b.likeness - a.likeness)) {
    if (value <= 0 || pairs.some(([one, other]) => one === entry || other === guess)) continue;
    pairs.push([entry, guess]);
  }
  return pairs;
}

function likeness(parts: Part[], entry: Entry, guess: GuessedEntry): number {
  return parts.reduce((sum, { name, kind, weight }) => {
    const value = guess[name]?.value;
    if (!value || choicesOf(entry[name]).includes("*")) return sum;
    if (isAlike(kind, entry[name], value)) return sum + weight;
    return isNear(kind, entry[name], value) ? sum + weight * 0.6 : sum;
  }, 0);
}

function isOptional(parts: Part[], optional: unknown[], guess: GuessedEntry): boolean {
  const texts = parts.filter(({ kind }) => kind === "text").flatMap(({ name }) => guess[name]?.value ?? []);
  return optional.some(
    (choice) =>
      typeof choice === "string" && texts.some((text) => isAlike("text", choice, text) || isNear("text", choice, text)),
  );
}

function scoreSkills(truth: Truth, { skills }: Prediction): Verdict[] {
  if (truth.skills === "*") return [];
  const known = new Set((truth.skills ?? []).map(foldSkill));
  const optional = new Set(
    (truth.optional?.skills ?? []).flatMap((skill) => (typeof skill === "string" ? [foldSkill(skill)] : [])),
  );
  const read = new Map<string, number>();
  for (const { value, confidence } of skills.flatMap(splitSkills)) {
    const key = foldSkill(value);
    if (key !== "" && !read.has(key)) read.set(key, confidence);
  }
  const judged = [...read].flatMap(([key, confidence]): Verdict[] => {
    if (known.has(key)) return [{ field: "skills", outcome: "right", confidence }];
    return optional.has(key) ? [] : [{ field: "skills", outcome: "extra", confidence }];
  });
  const missed = [...known].filter((key) => !read.has(key));
  return [...judged, ...missed.map((): Verdict => ({ field: "skills", outcome: "missed", confidence: null }))];
}

/** A list that was taken for one skill counts as its items. */
function splitSkills({ value, confidence }: NonNullable<Guess>) {
  return value
    .normalize("NFKC")
    .split(/[,，、;；|•\n]| {2,}|\t/)
    .map((item) => ({ value: item.replace(/^[^:：]{1,30}[:：]\s*/, "").trim(), confidence }));
}

function scoreLanguages(truth: Truth, { languages }: Prediction): Verdict[] {
  if (truth.languages === "*") return [];
  const known = new Set((truth.languages ?? []).map(foldLanguage));
  const optional = new Set(
    (truth.optional?.languages ?? []).flatMap((language) =>
      typeof language === "string" ? [foldLanguage(language)] : [],
    ),
  );
  const read = new Map(languages.map(({ value, confidence }) => [foldLanguage(value), confidence]));
  const judged = [...read].flatMap(([key, confidence]): Verdict[] => {
    if (known.has(key)) return [{ field: "languages", outcome: "right", confidence }];
    return optional.has(key) ? [] : [{ field: "languages", outcome: "extra", confidence }];
  });
  const missed = [...known].filter((key) => !read.has(key));
  return [...judged, ...missed.map((): Verdict => ({ field: "languages", outcome: "missed", confidence: null }))];
}

function keysOf<Key extends string>(record: Record<Key, unknown>): Key[] {
  return Object.keys(record) as Key[];
}

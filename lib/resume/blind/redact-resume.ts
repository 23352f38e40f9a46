import { findSchool } from "../parsing/dictionaries/schools";
import { foldWidth } from "../parsing/fold";
import type { ResumeProfile, TextSpan } from "../profile";
import { mask } from "./mask";
import { ownValues } from "./own-values";
import { personalWords } from "./personal-words";

type RedactResume = {
  text: string;
  /** As people see it, with what they corrected and a model found. */
  profile: ResumeProfile;
  /** As it was read, where that is another: what it says stands in the text. */
  read?: ResumeProfile;
  /** Other ways the person is called, as in a list. */
  names?: readonly string[];
  hidesSchools: boolean;
};

export type RedactedResume = {
  text: string;
  profile: ResumeProfile;
  /** For any other text about this person: a reason, a note, a file name. */
  redact: (text: string) => string;
};

/**
 * A resume without who it is: name, contacts, sex, age, what the vault keeps and, if wished, the schools are blocks of
 * the same length, wherever they stand once more. All places stay what they were, so that a quote of the redacted text
 * stands at its place in the text.
 */
export function redactResume(resume: RedactResume): RedactedResume {
  const { text, profile, read = profile, names = [], hidesSchools } = resume;
  const own = [
    ...ownValues({ profile, names, hidesSchools }),
    ...(read === profile ? [] : ownValues({ profile: read, names: [], hidesSchools })),
  ];
  const redact = (some: string) => mask(some, found(some, own));
  const places = [...personalPlaces(read, text), ...(hidesSchools ? schoolPlaces(read, text) : [])];
  const redacted = mask(text, [...places, ...found(text, own)]);
  return { text: redacted, profile: withoutPerson(profile, { text, redacted, redact }), redact };
}

function found(text: string, own: readonly RegExp[]): TextSpan[] {
  const folded = foldWidth(text);
  const spans = own.flatMap((pattern) =>
    [...folded.matchAll(pattern)].map(({ index, 0: match }) => ({ start: index, end: index + match.length })),
  );
  return [...spans, ...personalWords(folded)];
}

function personalPlaces(profile: ResumeProfile, text: string): TextSpan[] {
  const { name, secondPerson, gender, age, phones, emails, links, wechat, qq, address, postalCode } = profile;
  const { relayPhone, relayPhoneUntil, source, city, sensitivePlaces } = profile;
  const readings = [name, secondPerson, gender, age, ...phones, ...emails, ...links, wechat, qq, postalCode];
  const spans = [...readings, relayPhone, relayPhoneUntil, source.id].flatMap((reading) => reading?.spans ?? []);
  // A place to work is asked for; the street is not.
  const street = (address?.spans ?? []).flatMap((span) => without(span, city?.spans ?? []));
  return [...spans, ...street, ...sensitivePlaces, ...besideName(profile, text), ...unreadName(profile, text)];
}

/** Where no name was read, it stands at the top most of the time. */
function unreadName({ name }: ResumeProfile, text: string): TextSpan[] {
  const [first] = name ? [] : text.matchAll(/\S[^\n]*/g);
  return first ? [{ start: first.index, end: first.index + first[0].length }] : [];
}

function without({ start, end }: TextSpan, kept: readonly TextSpan[]): TextSpan[] {
  const inside = kept.filter((span) => span.start >= start && span.end <= end).toSorted((a, b) => a.start - b.start);
  const edges = [start, ...inside.flatMap((span) => [span.start, span.end]), end];
  return edges.flatMap((from, index) => {
    const to = edges[index + 1];
    return index % 2 === 0 && to !== undefined && from < to ? [{ start: from, end: to }] : [];
  });
}

/** The same name in the other script, beside the one that was read: 张伟 (David Zhang), Wei Zhang 张伟. */
function besideName({ name }: ResumeProfile, text: string): TextSpan[] {
  return (name?.spans ?? []).flatMap(({ end }) => {
    const behind = text.slice(end, end + 60);
    const isHan = /\p{Script=Han}/u.test(text.slice(end - 1, end));
    const other = isHan
      ? /^[^\S\n]*(?:[(（/|｜·][^\S\n]*)?\p{Lu}[\p{L}'’-]+(?:[^\S\n]+\p{Lu}[\p{L}'’-]+){0,2}(?=[^\S\n]*(?:[)）|｜\n]|$))/u
      : /^[^\S\n]*[(（/|｜·]?[^\S\n]*\p{Script=Han}{2,4}(?=[^\S\n]*(?:[)）|｜\n]|$))/u;
    const length = other.exec(behind)?.[0].length ?? 0;
    return length > 0 ? [{ start: end, end: end + length }] : [];
  });
}

function schoolPlaces({ education, sections }: ResumeProfile, text: string): TextSpan[] {
  const stated = education.flatMap(({ school }) => school?.spans ?? []);
  const areas = [
    ...education.map(({ span }) => span),
    ...sections.filter(({ kind }) => kind === "education").map(({ span }) => span),
  ];
  // Cell by cell: a school's name would take a major beside it for its own.
  const named = areas.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(/\S+(?: \S+)*/g)].flatMap(({ index, 0: cell }) => {
      const school = findSchool(cell);
      if (!school) return [];
      const dates = /^[\d.\s/–—-]*/.exec(cell.slice(school.start, school.end))?.[0].length ?? 0;
      return [{ start: start + index + school.start + dates, end: start + index + school.end }];
    }),
  );
  return [...stated, ...named];
}

type Redacted = { text: string; redacted: string; redact: (text: string) => string };

function withoutPerson(profile: ResumeProfile, resume: Redacted): ResumeProfile {
  const person = {
    ...{ name: null, secondPerson: null, gender: null, age: null, wechat: null, qq: null, address: null },
    ...{ postalCode: null, relayPhone: null, relayPhoneUntil: null, phones: [], emails: [], links: [], filled: [] },
  };
  const { source } = profile;
  return redactReadings({ ...profile, ...person, source: { ...source, id: null } }, resume);
}

/** Every text in it; a value that stands in the resume as it is shows what its place shows. */
function redactReadings<T>(value: T, resume: Redacted): T {
  if (typeof value === "string") return resume.redact(value) as T;
  if (Array.isArray(value)) return value.map((item) => redactReadings(item, resume)) as T;
  if (typeof value !== "object" || value === null) return value;
  if (isReading(value)) {
    const [span] = value.spans;
    const isVerbatim = span !== undefined && resume.text.slice(span.start, span.end) === value.value;
    return { ...value, value: isVerbatim ? resume.redacted.slice(span.start, span.end) : resume.redact(value.value) };
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, isCode(key) ? item : redactReadings(item, resume)]),
  ) as T;
}

function isReading(value: object): value is { value: string; spans: TextSpan[] } {
  return "spans" in value && "value" in value && typeof value.value === "string";
}

function isCode(key: string) {
  return key === "asOf" || key === "language" || key === "basis" || key === "kind" || key === "model";
}

import { type CorrectionKind, readPath } from "@/lib/resume/corrections/paths";
import type { Reading, ResumeProfile, TextSpan } from "@/lib/resume/profile";

/** What a model's value is worth. A reading that is surer than that is not asked about. */
export const modelConfidence = 0.7;

export type UncertainField = {
  /** `name`, `phones.0`, `work.1.company`. */
  path: string;
  kind: CorrectionKind;
  /** The entry it belongs to. */
  entry: TextSpan | null;
  /** Where its words may stand. */
  window: TextSpan;
  /** Words that are known to be something else. */
  taken: TextSpan[];
};

type Value = Reading<unknown> | null;
type Entry = { span: TextSpan; start: Value; end: Value };

const mostEntries = 15;
/** An employer may stand above what was taken for the entry's beginning, and a line below its end. */
const before = 200;
const behind = 100;

/** What a resume should state and the rules did not find, or are not sure of. `textLength` as of the text it is read from. */
export function uncertainFields(profile: ResumeProfile, textLength: number): UncertainField[] {
  const { name, city, phones, emails, work, education } = profile;
  const whole = { entry: null, window: { start: 0, end: textLength }, taken: [] };
  const own = { name, "phones.0": phones[0] ?? null, "emails.0": emails[0] ?? null, city };
  const fields = Object.entries(own).flatMap(([path, reading]) => (isUncertain(reading) ? [toField(path, whole)] : []));
  return [
    ...fields,
    ...ofEntries("work", work, ({ company, title }) => ({ company, title }), textLength),
    ...ofEntries("education", education, ({ school, degree }) => ({ school, degree }), textLength),
  ];
}

function ofEntries<E extends Entry>(
  list: string,
  entries: readonly E[],
  wanted: (entry: E) => Record<string, Value>,
  textLength: number,
): UncertainField[] {
  return entries.slice(0, mostEntries).flatMap((entry, index) => {
    const { start, end, span } = entry;
    // One date is what many entries have: the end of a degree, the year of a job.
    const dates = start === null && end === null ? { start, end } : {};
    const found = Object.entries({ ...wanted(entry), ...dates }).filter(([, reading]) => isUncertain(reading));
    if (found.length === 0) return [];
    const others = entries.filter((other) => other !== entry).map((other) => other.span);
    const window = {
      start: Math.max(0, span.start - before, ...others.filter((o) => o.end <= span.start).map((o) => o.end)),
      end: Math.min(textLength, span.end + behind, ...others.filter((o) => o.start >= span.end).map((o) => o.start)),
    };
    // Behind the end of what is looked through.
    if (window.start >= window.end) return [];
    const taken = sureSpans(entry);
    return found.map(([field]) => toField(`${list}.${index}.${field}`, { entry: span, window, taken }));
  });
}

function toField(path: string, place: Omit<UncertainField, "path" | "kind">): UncertainField {
  return { path, kind: readPath(path)?.kind ?? "text", ...place };
}

function isUncertain(reading: Value): boolean {
  return reading === null || reading.confidence < modelConfidence;
}

const long = new Set(["description", "achievements", "companyDescription"]);

function sureSpans(entry: object): TextSpan[] {
  return Object.entries(entry).flatMap(([key, reading]: [string, unknown]) => {
    if (long.has(key) || typeof reading !== "object" || reading === null || !("confidence" in reading)) return [];
    const { spans, ...value } = reading as Reading<unknown>;
    return isUncertain({ spans, ...value }) ? [] : spans;
  });
}

import "server-only";
import type { Checked } from "@/lib/ai/ask-model";
import type { FieldsAnswer } from "@/lib/ai/fill-fields/schema";
import { findQuote } from "@/lib/ai/find-quote";
import { readValue } from "@/lib/resume/corrections/paths";
import type { UncertainField } from "@/lib/resume/filling/uncertain-fields";
import { findDateAtoms } from "@/lib/resume/parsing/dates/date-atoms";
import type { TextSpan } from "@/lib/resume/profile";

export type Fact = { path: string; value: string; span: TextSpan };
type Source = { text: string; fields: readonly UncertainField[] };
type Answered = FieldsAnswer["facts"][number];

const longestQuote = 300;
const longestValue = 100;

/**
 * Holds an answer against the text. What does not stand there goes back once; after that it is left out. An answer
 * without facts is one: the resume may not state any.
 */
export function checkFacts({ text, fields }: Source, answer: FieldsAnswer, isLast: boolean): Checked<Fact[]> {
  const byPath = new Map<string, Fact>();
  const problems: string[] = [];
  for (const answered of answer.facts.slice(0, fields.length * 2)) {
    const field = fields.find(({ path }) => path === answered.field);
    // Nobody asked.
    if (!field || byPath.has(field.path)) continue;
    const checked = checkFact(text, field, answered);
    if ("span" in checked) byPath.set(field.path, checked);
    else problems.push(`${field.path}: ${checked.problem}`);
  }
  if (problems.length > 0 && !isLast) return { reason: "invented", problem: problems.join("\n") };
  return { value: withoutBackwards([...byPath.values()]) };
}

function checkFact(text: string, field: UncertainField, answered: Answered): Fact | { problem: string } {
  const { path, window, taken } = field;
  const quote = findQuote(text.slice(window.start, window.end), answered.quote.slice(0, longestQuote));
  if (!quote) return { problem: "the quote does not stand in the resume, or not at this entry." };
  const found = field.kind === "date" ? dateIn(quote.text, answered.value) : valueIn(quote.text, answered.value, field);
  if (!found) return { problem: "the value does not stand in its quote, or is none of its kind." };
  const start = window.start + quote.start + found.start;
  const span = { start, end: start + found.length };
  if (taken.some((other) => other.start < span.end && span.start < other.end))
    return { problem: "these words are known to be something else." };
  return { path, value: found.value, span };
}

type Found = { value: string; start: number; length: number };

function valueIn(quote: string, value: string, { path, kind }: UncertainField): Found | null {
  const found = findQuote(quote, value.trim());
  if (!found || found.text.length > longestValue || found.text.includes("\n")) return null;
  const read = readValue(kind, found.text);
  if (read === null || (path === "name" && !/^(?=.*\p{L}.*\p{L})[^\d@]{2,40}$/u.test(read))) return null;
  if (!/\p{L}|\d/u.test(read)) return null;
  return { value: read, start: found.start, length: found.end - found.start };
}

/** As the rules read dates; what the quote says more precisely or otherwise is no date of it. */
function dateIn(quote: string, value: string): Found | null {
  const wanted = readValue("date", value);
  const atom = findDateAtoms(quote).find((one) => one.value === wanted);
  return atom ? { value: atom.value, start: atom.start, length: atom.end - atom.start } : null;
}

/** An entry that ends before it begins was read wrongly. */
function withoutBackwards(facts: Fact[]): Fact[] {
  const valueAt = (path: string) => facts.find((fact) => fact.path === path)?.value;
  return facts.filter(({ path }) => {
    const entry = /^(.+)\.(?:start|end)$/.exec(path)?.[1];
    if (!entry) return true;
    const [start, end] = [valueAt(`${entry}.start`), valueAt(`${entry}.end`)];
    if (start === "present") return false;
    return !start || !end || end === "present" || start.slice(0, 4) <= end.slice(0, 4);
  });
}

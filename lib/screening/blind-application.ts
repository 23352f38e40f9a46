import { z } from "zod";
import type { RedactedResume } from "@/lib/resume/blind/redact-resume";
import { quote } from "@/lib/screening/schema";

type Texts = Pick<RedactedResume, "text" | "redact">;

/** Codes, keys and times, and what the position asks. */
const asIs = new Set([
  ...["id", "key", "code", "requirementKey", "requirementText", "path", "at", "by", "gate", "verdict", "advice"],
  ...["engine", "engineVerdict", "engineGate", "createdAt", "finishedAt", "decidedBy", "outcome", "stageAfter"],
  ...["model", "engineVersion", "failureReason"],
]);

/** A result, or what people wrote beside it, without who it is: a quote shows what its place in the redacted text shows. */
export function hidePerson<T>(value: T, { text, redact }: Texts): T {
  if (typeof value === "string") return isId(value) ? value : (redact(value) as T);
  if (Array.isArray(value)) return value.map((item) => hidePerson(item, { text, redact })) as T;
  if (typeof value !== "object" || value === null) return value;
  const cited = quote.safeParse(value).data;
  if (cited) {
    const shown = text.slice(cited.start, cited.end);
    return { ...value, text: isSame(cited.text, shown) ? shown : redact(cited.text) };
  }
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, asIs.has(key) ? item : hidePerson(item, { text, redact })]),
  ) as T;
}

/** Eleven digits in a row, across its hyphens too, are no mobile number there. */
function isId(value: string): boolean {
  return z.guid().safeParse(value).success;
}

/** A result that was made blind, for who may see the person: its quotes as they stand in the resume. */
export function showQuotes<T>(value: T, text: string): T {
  if (Array.isArray(value)) return value.map((item) => showQuotes(item, text)) as T;
  if (typeof value !== "object" || value === null) return value;
  const cited = quote.safeParse(value).data;
  if (cited) {
    const shown = text.slice(cited.start, cited.end);
    return { ...value, text: isSame(cited.text, shown) ? shown : cited.text };
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, showQuotes(item, text)])) as T;
}

/** Letter for letter, but for what is a block in one of them. */
function isSame(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1)
    if (one[at] !== other[at] && one[at] !== "█" && other[at] !== "█") return false;
  return true;
}

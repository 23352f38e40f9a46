import { createHash } from "node:crypto";
import type { TruthValue } from "../truth";
import { digits, foldCity, foldDate, foldGender, foldLevel, foldText, narrow } from "./fold";

export type Kind = "text" | "email" | "phone" | "date" | "level" | "gender" | "city";
/** `wrong` counts twice: a value too many and one too few. `silent`: nothing said, nothing read. */
export type Outcome = "right" | "extra" | "missed" | "wrong" | "silent";

/** How one value read compares with what the resume says; null where the truth is ambiguous. */
export function judge(kind: Kind, truth: TruthValue | undefined, value: string | null): Outcome | null {
  const choices = choicesOf(truth);
  if (choices.includes("*")) return null;
  const isEmpty = value === null || value === "";
  if (choices.every(isNothing)) return isEmpty ? "silent" : "extra";
  if (isEmpty) return choices.some(isNothing) ? "silent" : "missed";
  return isAlike(kind, truth, value) ? "right" : "wrong";
}

export function isAlike(kind: Kind, truth: TruthValue | undefined, value: string): boolean {
  return choicesOf(truth).some((choice) =>
    typeof choice === "string"
      ? choice !== "" && alike[kind](choice, value)
      : choice !== null && isHashOf(choice.sha256, kind, value),
  );
}

/** One holds the other, and is not trivially short: near enough to tell which entry is meant. */
export function isNear(kind: Kind, truth: TruthValue | undefined, value: string): boolean {
  return choicesOf(truth).some((choice) => {
    if (typeof choice !== "string" || choice === "") return false;
    if (kind === "date") return sameYear(choice, value);
    return kind === "text" && holds(foldText(choice), foldText(value));
  });
}

type Choice = string | { sha256: string } | null;

export function choicesOf(truth: TruthValue | undefined): Choice[] {
  if (truth === undefined) return [null];
  return typeof truth === "object" && truth !== null && "any" in truth ? truth.any : [truth];
}

function isNothing(choice: Choice) {
  return choice === null || choice === "";
}

const alike: Record<Kind, (truth: string, value: string) => boolean> = {
  text: (truth, value) => foldText(truth) === foldText(value),
  email: (truth, value) => foldEmail(truth) === foldEmail(value),
  phone: (truth, value) => {
    const [known, read] = [digits(truth), digits(value)];
    const shorter = Math.min(known.length, read.length);
    return known === read || (shorter >= 7 && (known.endsWith(read) || read.endsWith(known)));
  },
  date: (truth, value) => {
    const [known, read] = [foldDate(truth), foldDate(value)];
    if (known === null || read === null) return foldText(truth) === foldText(value);
    if (known === "now" || read === "now") return known === read;
    return known.year === read.year && (known.month === null || known.month === read.month);
  },
  level: (truth, value) => foldLevel(truth) === foldLevel(value),
  gender: (truth, value) => foldGender(truth) === foldGender(value),
  city: (truth, value) => {
    const [known, read] = [foldCity(truth), foldCity(value)];
    return foldText(value).includes(known) || (read.length >= 2 && known.includes(read));
  },
};

function foldEmail(text: string) {
  return narrow(text).replace(/\s/g, "");
}

function sameYear(truth: string, value: string) {
  const [known, read] = [foldDate(truth), foldDate(value)];
  if (known === null || read === null) return false;
  return known === "now" || read === "now" ? known === read : known.year === read.year;
}

function holds(a: string, b: string) {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const least = /\p{Script=Han}/u.test(short) ? 2 : 4;
  return short.length >= least && short.length >= 0.35 * long.length && long.includes(short);
}

function isHashOf(hash: string, kind: Kind, value: string) {
  const number = digits(value);
  const forms = kind === "phone" ? [number, number.slice(-10), number.slice(-11)] : [foldEmail(value)];
  return forms.some((form) => form !== "" && createHash("sha256").update(form).digest("hex") === hash);
}

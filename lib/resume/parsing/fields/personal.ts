import type { Reading } from "../../profile";
import { findDateAtoms } from "../dates/date-atoms";
import { foldWidth } from "../fold";
import { read } from "../piece";
import { findLabelled } from "./labelled";

/** `head` is the part of the text that speaks of the person: above the first section and personal-data sections. */
export function findGender(text: string, head: string): Reading<"male" | "female"> | null {
  const labelled = findLabelled(text, "性\\s*别|gender|sex", text.length);
  const value = labelled && genderOf(labelled.text);
  if (labelled && value) return read(value, labelled, { confidence: 0.98 });
  const match =
    /(?:^|[\s|｜/,，、·•(（])(男|女)(?:士|性)?(?=$|[\s|｜/,，、·•)）])|(?:^|[\s|｜/,，·•])(male|female)(?=$|[\s|｜/,，·•])/im.exec(
      head,
    );
  const word = match?.[1] ?? match?.[2];
  if (!match || !word) return null;
  const start = match.index + match[0].lastIndexOf(word);
  const gender = genderOf(word);
  return gender && read(gender, { start, end: start + word.length }, { confidence: 0.92 });
}

function genderOf(text: string): "male" | "female" | null {
  if (/^(?:女|female|woman|f\b)/i.test(text)) return "female";
  return /^(?:男|male|man|m\b)/i.test(text) ? "male" : null;
}

export function findBirthDate(text: string, head: string, asOf: string): Reading<string> | null {
  const labelled = findLabelled(
    text,
    "出\\s*生\\s*(?:日\\s*期|年\\s*月|年\\s*份|时\\s*间)?|生\\s*日|出生年月日|date of birth(?:\\s*(?:&|and)\\s*age)?|birth ?date|birthday|d\\.?o\\.?b\\.?|born(?: on)?",
    text.length,
  );
  if (labelled) {
    const atom = findDateAtoms(labelled.text).find(({ value }) => value !== "present");
    const digits = /^(?:19|20)\d{6}$/.exec(labelled.text)?.[0];
    if (digits)
      return read(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`, labelled, { confidence: 0.95 });
    if (atom)
      return read(
        atom.value,
        { start: labelled.start + atom.start, end: labelled.start + atom.end },
        { confidence: 0.97 },
      );
  }
  const folded = foldWidth(head);
  const match =
    /((?:19[4-9]|200|201)\d\s*[年./-]\s*\d{1,2}\s*(?:[月./-]\s*(?:\d{1,2}\s*日?)?)?|(?:19[4-9]|200|201)\d\s*年)\s*(?:出)?生|出生(?:年月|日期)\s*[:：]\s*((?:19[4-9]|200|201)\d\s*[年./-]\s*\d{1,2}\s*月?)|born (?:on |in )?([\w ,]{4,20})|date of birth\s+([\d./-]{8,10})|岁\s*[(（]\s*((?:19[4-9]|200|201)\d\s*[年./-]\s*\d{1,2}\s*月?)/i.exec(
      folded,
    );
  const written = match?.slice(1).find((group) => group !== undefined);
  const atom = written ? findDateAtoms(written)[0] : undefined;
  if (!match || !written || !atom) return bareBirthDate(head, asOf);
  const start = match.index + match[0].indexOf(written);
  return read(atom.value, { start: start + atom.start, end: start + atom.end }, { confidence: 0.93 });
}

/** "男 | 1999.08 | 江苏", "女 - 1996": a lone date among personal facts, old enough to be a birth. */
function bareBirthDate(head: string, asOf: string): Reading<string> | null {
  for (const match of head.matchAll(
    /(?<=^|[\s|｜/·•,，])(19[5-9]\d|200\d)(?:\s?年\s?(?:\d{1,2}\s?月)?|[./-]\d{1,2}(?:[./-]\d{1,2})?)?(?=$|[\s|｜/·•,，])/gm,
  )) {
    const lineStart = head.lastIndexOf("\n", match.index) + 1;
    const lineEnd = head.indexOf("\n", match.index);
    const line = head.slice(lineStart, lineEnd < 0 ? head.length : lineEnd);
    const atom = findDateAtoms(match[0])[0];
    const isOldEnough = Number(asOf.slice(0, 4)) - Number(match[1]) >= 16;
    const isPersonal =
      /(?:^|[\s|｜/·•,，])(?:男|女|汉族|党员|中共党员|共青团员|团员|未婚|已婚)(?=$|[\s|｜/·•,，])/.test(line);
    // A whole date that stands alone among the personal lines: of its day nothing else is told there.
    const isWhole = atom?.value.length === 10;
    const isAlone = isWhole && /^\s*\S+\s*$/.test(line);
    // "13900001111 | ada@corvid.example | 2000.11.04".
    const isBesideContact = isWhole && line.length < 80 && /\S@\S|\d{3}[- ]?\d{4}[- ]?\d{4}/.test(line);
    // "海州大学 ⇥ 物理学 ⇥ 1998-09-26 ⇥ 上海": one of several facts that stand apart.
    const cells = line.split(/\t|[|｜]/).map((cell) => cell.trim());
    const isFact = isWhole && cells.length >= 3 && line.length < 80 && cells.includes(match[0].trim());
    if (atom && isOldEnough && (isPersonal || isAlone || isBesideContact || isFact))
      return read(atom.value, { start: match.index, end: match.index + match[0].length }, { confidence: 0.85 });
  }
  return null;
}

export function findAge(
  text: string,
  head: string,
  birthDate: Reading<string> | null,
  asOf: string,
): Reading<number> | null {
  const labelled = findLabelled(text, "年\\s*龄|age", text.length);
  const stated = labelled ? /^(\d{2})(?:\s*(?:岁|周岁|years?(?: old)?)?)(?!\d)/i.exec(labelled.text) : null;
  if (labelled && stated?.[1] && isAge(Number(stated[1])))
    return read(
      Number(stated[1]),
      { start: labelled.start, end: labelled.start + stated[0].length },
      { confidence: 0.97 },
    );
  const match = /(?<!\d)(\d{2})\s?(?:周?岁|years? old)/i.exec(head);
  if (match?.[1] && isAge(Number(match[1])))
    return read(Number(match[1]), { start: match.index, end: match.index + match[0].length }, { confidence: 0.93 });
  if (!birthDate) return null;
  const age = yearsBetween(birthDate.value, asOf);
  return isAge(age) ? read(age, birthDate.spans, { confidence: 0.9, basis: "inferred" }) : null;
}

function isAge(age: number): boolean {
  return age >= 14 && age <= 99;
}

function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return from.length > 4 && to.slice(5, from.length) < from.slice(5) ? years - 1 : years;
}

import surnames from "@/data/surnames.json" with { type: "json" };
import type { Reading } from "../../profile";
import { isPlace, isRegionOrCountry } from "../dictionaries/places";
import type { TextLine } from "../lines";
import { type Piece, read } from "../piece";
import { findLabelled } from "./labelled";

const doubles = new Set(surnames.double);

/** "J A N E  M I L L E R", "M I N G C H E N" in a line of their own: the letters of a name set apart. */
export function spacedLetters({ text, start, end }: TextLine): Piece | null {
  if (!/^\p{Lu}(?: \p{Lu})+(?: {2,}\p{Lu}(?: \p{Lu})+){1,3}$/u.test(text)) return null;
  const words = text.split(/ {2,}/).map((word) => word.replaceAll(" ", ""));
  return { text: words.join(" "), start, end };
}

/** "张 三", "李  小  明", "欧 阳 晓 峰": the characters of a name set apart. */
export function spacedHan({ text, start, end }: TextLine): Piece | null {
  if (!/^\p{Script=Han}(?:\s+\p{Script=Han}){1,3}$/u.test(text)) return null;
  const name = text.replace(/\s/g, "");
  const isName = name.length < 4 ? surnames.single.includes(name[0] ?? "") : doubles.has(name.slice(0, 2));
  return isName ? { text, start, end } : null;
}

/** "Miller, Jane A." in a line of its own: the family name first. */
export function familyFirst({ text, start, end }: TextLine): Piece | null {
  const isName = /^\p{Lu}[\p{L}’'-]+, \p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]*\.?)?$/u.test(text);
  const isTown = isPlace(text) || text.split(", ").some((part) => isRegionOrCountry(part));
  return isName && !isTown ? { text, start, end } : null;
}

/** "First Name: Jane" with "Last Name: Miller", "Surname : Miller" with "Name(s) : Jane". */
export function nameInParts(text: string): Reading<string> | null {
  const given = findLabelled(text, String.raw`(?:first|given|fore) ?name(?:s|\(s\))?|name\(s\)`);
  const family = findLabelled(text, "(?:last|family|sur) ?name");
  if (!given || !family) return null;
  const [first, last] = [given, family].map((part) => part.text.replace(/\.$/, ""));
  const isName = [first, last].every((part) => /^\p{L}[\p{L}’' -]{0,29}$/u.test(part ?? ""));
  return isName ? read(`${first} ${last}`, [given, family], { confidence: 0.96 }) : null;
}

/** "jane miller" above jane.miller@example.com: nothing but an address or its own size says that it is a name. */
export function isLowerName(text: string, emails: string[]): boolean {
  if (!/^\p{Ll}{3,}(?: \p{Ll}{2,}){1,2}$/u.test(text)) return false;
  const words = text.split(" ");
  return emails.some((email) => words.every((word) => email.toLowerCase().includes(word)));
}

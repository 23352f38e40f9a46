import languageData from "@/data/languages.json" with { type: "json" };
import { escapeRegExp } from "../fold";

const names = languageData.names.flatMap((entry) => entry.split("|")).sort((a, b) => b.length - a.length);
const levels = languageData.levels.flatMap((entry) => entry.split("|")).sort((a, b) => b.length - a.length);
const isHan = (name: string) => /\p{Script=Han}/u.test(name);

const namePattern = new RegExp(
  `(?<![\\p{L}])(?:${names
    .filter((name) => !isHan(name))
    .map(escapeRegExp)
    .join("|")})(?![\\p{Script=Latin}])|(?:${names.filter(isHan).join("|")})`,
  "giu",
);
const wholeName = new RegExp(`^(?:${names.map(escapeRegExp).join("|")})$`, "iu");
const levelPattern = new RegExp(
  `(?<![\\p{L}])(?:${levels
    .filter((level) => !isHan(level))
    .map(escapeRegExp)
    .join("|")})(?![\\p{L}])|(?:${levels.filter(isHan).join("|")})`,
  "iu",
);

export function isLanguageName(text: string): boolean {
  return wholeName.test(text.trim());
}

export function findLanguageNames(text: string): { start: number; end: number }[] {
  return [...text.matchAll(namePattern)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** A word for how well a language is known, or a test passed in it. */
export function findLevel(text: string): { start: number; end: number } | null {
  const match =
    /(?:CET|TEM)[-\s]?[468](?:\s*[(（:：]?\s*\d{3}分?)?|(?:大学英语)?(?:四|六)级|专业?(?:四|八)级?|(?:IELTS|雅思|TOEFL|托福|TOEIC|JLPT)[\s:：]*(?:N?\d(?:\.\d)?\d{0,2})?|\bN[1-5]\b|\b[ABC][12]\b/i.exec(
      text,
    ) ?? levelPattern.exec(text);
  return match ? { start: match.index, end: match.index + match[0].length } : null;
}

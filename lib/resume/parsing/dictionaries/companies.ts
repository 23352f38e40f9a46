import companies from "@/data/companies.json" with { type: "json" };
import { escapeRegExp, foldWidth, hasHan } from "../fold";

const suffixes = new Set(companies.englishSuffixes.map((suffix) => suffix.replace(/\.$/, "")));
const legalForms =
  /(?:,\s*|(?<!\s)\s+)(?:inc|incorporated|llc|l\.l\.c|ltd|limited|corp|corporation|co|plc|llp|gmbh|ag|s\.a|sa|b\.v|bv|pty|pte|pvt)\.?(?:\s*(?:ltd|limited|kg)\.?)?(?:\s*\([^()]*\))?$/i;
const known = new Set(companies.known.map((name) => name.toLowerCase()));
const chineseEnd = new RegExp(
  `(?:${companies.chineseEndings
    .map(escapeRegExp)
    .sort((a, b) => b.length - a.length)
    .join("|")})(?:[（(].{1,20}[)）])?$`,
);
const chineseKnown = companies.known.filter(hasHan);

/** How much a text looks like an employer: 0 not at all, 1 somewhat, 2 clearly, 3 known or with its legal form. */
export function companyScore(text: string): number {
  const plain = foldWidth(text).trim();
  if (softwareEngineer.test(plain)) return 0;
  if (plain.length > 100 || /[。；]/.test(plain)) return 0;
  if (known.has(plain.toLowerCase().replace(/[.,]$/, ""))) return 3;
  if (hasHan(plain)) return chineseScore(plain);
  return englishScore(plain);
}

/** "Senior SE" is no European company. */
const softwareEngineer = /^(?:senior|sr\.?|principal|staff|lead|junior|associate|research) se\d?$/i;

/** "Inc.", "Pte Ltd": the form alone, without a name before it. */
export function isLegalForm(token: string): boolean {
  return legalForms.exec(` ${token.trim()}`)?.index === 0;
}

function chineseScore(text: string): number {
  if (/公司|集团|事务所|研究院$/.test(text)) return 3;
  if (chineseEnd.test(text)) return 2;
  return chineseKnown.some((name) => text.startsWith(name)) ? 2 : 0;
}

function englishScore(text: string): number {
  // "Developed social media content for several industries" is a sentence.
  if (/^\p{Lu}\p{Ll}+(?:\s\p{Ll}{3,}){3}/u.test(text)) return 0;
  if (legalForms.test(text)) return 3;
  if (/^(?:freelance|self[- ]employed)$/i.test(text)) return 2;
  const words = text
    .toLowerCase()
    .replace(/\([^()]*\)\s*$/, "")
    .split(/[^\p{L}\p{N}.&'-]+/u)
    .map((word) => word.replace(/^\.|\.$/g, ""))
    .filter((word) => word !== "");
  const first = words.slice(0, 2).join(" ");
  if (known.has(words[0] ?? "") || known.has(first)) return words.length <= 4 ? 1.8 : 1;
  if (/\b(?:department|ministry|bureau|office|council|commission) of \p{Lu}/iu.test(text)) return 2;
  if (/^(?:the )?(?:university|college|institute|bank|department|ministry|city|state|county|school) of /i.test(text))
    return 2.5;
  if (/^(?:https?:\/\/)?(?:[a-z0-9-]+\.)+(?:com|org|net|io|de|co|cn|ai|edu|uk|fr|app|dev)$/i.test(text)) return 2;
  if (suffixes.has(words.at(-1) ?? "") || suffixes.has(words.slice(-2).join(" "))) return words.length > 1 ? 1.9 : 0.6;
  if (words.slice(0, -1).some((word) => suffixes.has(word))) return 0.5;
  // Davanni's, Bill's Superette: shops are named so, titles hardly.
  return /^\p{Lu}[\p{L}-]+['’]s(?: \p{Lu}|$)/u.test(text) ? 1 : 0;
}

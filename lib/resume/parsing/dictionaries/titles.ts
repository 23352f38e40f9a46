import titles from "@/data/titles.json" with { type: "json" };
import { escapeRegExp, foldWidth, hasHan } from "../fold";

const heads = new Set(titles.englishHeads.filter((head) => !head.includes(" ")));
const phrases = titles.englishHeads.filter((head) => head.includes(" "));
const fields = titles.englishFields;
const leads =
  /^(?:senior|sr|junior|jr|lead|head|chief|vice|principal|staff|assistant|associate|deputy|acting|interim|graduate|freelance|managing|executive|general|founding|teaching|research|student|certified|registered|licensed|interim)\b/;
const level = /(?:(?<!\s)\s+(?:i{1,3}|iv|v|\d|level \d|l\d|[a-c])|(?<!\s)\s*\([^()]*\)){1,4}$/i;

const chineseEnd = new RegExp(
  `(?:${titles.chineseEndings
    .map(escapeRegExp)
    .sort((a, b) => b.length - a.length)
    .join("|")})(?:[（(【\\[].{0,20}[)）】\\]])?[\\dIVXivx]{0,3}$`,
  "i",
);
const chinesePart =
  /工程师|经理|主管|总监|专员|助理|设计师|分析师|实习生|顾问|会计|教师|讲师|教授|医师|护士|运营|开发|研发|程序员|架构师|负责人|店长|代表|助教|编辑|研究员|秘书|主任|销售/;

/** How much a text looks like a job title: 0 not at all, 1 somewhat, 2 clearly. */
export function titleScore(text: string): number {
  const plain = foldWidth(text).trim();
  if (plain.length > 90) return 0;
  return hasHan(plain) ? Math.max(chineseScore(plain), hasLatinTitle(plain) ? 1.2 : 0) : englishScore(plain);
}

/** Where a title of English words begins that ends this text: 13 in "Inkwell Sons Senior Designer"; null for none. */
export function titleTail(text: string): number | null {
  if (
    hasHan(text) ||
    /^(?:senior|sr|junior|jr|lead|head|chief|vice|principal|staff|assistant|associate|deputy|acting|interim|freelance|certified|licensed)\b/i.test(
      text,
    )
  )
    return null;
  const words = [...text.matchAll(/[^\s]+/g)];
  const last = words.at(-1)?.[0].toLowerCase() ?? "";
  const endsWithHead = heads.has(last);
  const phrase = phrases.find((name) => text.toLowerCase().endsWith(` ${name}`));
  if (!endsWithHead && !phrase) return null;
  let from = words.length - (phrase ? phrase.split(" ").length : 1);
  while (from > 0 && isTitleWord(words[from - 1]?.[0].toLowerCase() ?? "")) from -= 1;
  return words[from]?.index ?? null;
}

function isTitleWord(word: string) {
  return heads.has(word) || leads.test(`${word} `.trim()) || fields.includes(word) || titleWords.has(word);
}

/** Words that stand before the head of a title and seldom end an employer's name. */
const titleWords = new Set(
  "graphic product project software sales marketing content digital customer account business data clinical quality manufacturing maintenance mechanical financial event front desk restaurant supply chain logistics operations creative art brand research machine learning site reliability backend frontend full stack ux ui senior junior charge registered regional intelligence development high school primary plant stack & of design nurse student engineering audit".split(
    " ",
  ),
);

function chineseScore(text: string): number {
  if (/[。；;]/.test(text) || text.length > 32) return 0;
  if (chineseEnd.test(text)) return 2;
  return chinesePart.test(text) ? 1 : 0;
}

function hasLatinTitle(text: string): boolean {
  return /\b(?:engineer|developer|manager|intern|maintainer|owner|leader|CEO|CTO|CFO|COO|HR|PM)\b/i.test(text);
}

/** Senior SE, Staff SWE: software, site reliability, development engineers; managers of products and programs. */
const abbreviated = /\s(?:se|swe|sde|sre|dba|tpm|pm|em|qa|ba)\d?$/;

function englishScore(text: string): number {
  const folded = text.toLowerCase().replace(level, "").replace(/[’]/g, "'");
  const core = (
    folded.split(/(?<!\s)\s+(?:of|for|at|in|to|with)\s+|(?<!\s)\s*[,(–—]\s*|(?<!\s)\s+-\s+/)[0] ?? ""
  ).trim();
  const words = core.split(/[^a-z0-9+#']+/).filter((word) => word !== "");
  const last = words.at(-1) ?? "";
  // Traders, Partners and Builders are firms more often than what one person was.
  if (!heads.has(last) && heads.has(last.replace(/s$/, ""))) return 1.1;
  if (heads.has(last) || phrases.some((phrase) => core.endsWith(phrase))) return words.length > 9 ? 1 : 2;
  const parts = core.split(/(?<!\s)\s*[/&+|]\s*|(?<!\s)\s+and\s+/).map((part) => part.split(/\s+/).at(-1) ?? "");
  if (parts.some((part) => heads.has(part))) return 1.7;
  if (leads.test(core) && words.length > 1) return abbreviated.test(core) ? 1.7 : 1.3;
  if (words.some((word) => heads.has(word))) return words.length > 7 ? 0.4 : 0.9;
  return fields.some((field) => core === field || core.endsWith(` ${field}`)) ? 0.7 : 0;
}

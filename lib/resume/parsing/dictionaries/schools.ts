import schools from "@/data/schools.json" with { type: "json" };
import { escapeRegExp, hasHan } from "../fold";
import { countryCodeOf } from "./nationalities";
import { isPlace, isRegionCode, isRegionOrCountry, isWorldCity } from "./places";

export { type School, type SchoolType, schoolOf } from "./school-of";

const chineseNames = [...schools.tier985, ...schools.tier211, ...schools.other].sort((a, b) => b.length - a.length);
/** What stands in brackets behind a school without being a campus. */
const notCampus =
  "[^()（）]{0,6}(?:本科|硕士|博士|专科|大专|在读|在职|学士|研究生|全日制|统招|自考|成教|函授|网络|双一流|一本|二本|学历|学位|专升本|主修|辅修|交换|毕业|保送|保研|推免|985|211|(?:学院|系)[)）])";
const chineseKnown = new RegExp(
  `(?:${chineseNames.map(escapeRegExp).join("|")})(?:[（(](?!${notCampus})[\\p{Script=Han}]{2,8}[)）])?(?:\\p{Script=Han}{2,4}(?:分校|校区)|\\p{Script=Han}{2,10}学院)?`,
  "u",
);
/** XX大学 stands in samples, and where a person hides the school. */
const chineseHidden = /(?<![\p{L}\d])[XxＸ×*○某]{1,6}\s?(?:985|211)?\p{Script=Han}{0,6}(?:大学|学院|高校)/u;
const chineseGeneral = new RegExp(
  `[\\p{Script=Han}·（）()]{2,20}?(?:大学(?!生(?!物|命|态))|学院|职业技术学院|专科学校|师范学校|职业学校|技术学校|党校|高级中学|实验中学|中学|高中|[一二三四五六七八九十]中(?![学文心队国级期等])|附中(?!学)|外国语学校|技工学校|技校|学校|研究院|科学院)(?:[（(](?!${notCampus})[\\p{Script=Han}]{2,8}[)）])?(?:\\p{Script=Han}{2,12}学院|\\p{Script=Han}{1,4}校区)?`,
  "u",
);
const english = new RegExp(
  `(?<![\\p{L}])(?:${[...schools.english]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join("|")})(?![\\p{L}\\p{N}]|\\s+[Ll]icen[sc]e)(?:\\s+(?:University|College|Institute|School)[\\p{L} ]*)?`,
  "u",
);
const englishWord =
  /(?<![\p{L}])(?:Universit(?:y|ies|é|ät|eit|à|as)|Univ[a-z]{4,6}y|Universidade?|Univ\.?|College|Institut(?:e|o)?|School|Academy|Polytechnic|Politecnico|(?:Fach|Musik)?[Hh]ochschule|Gymnasium|Conservator(?:y|ium)|Seminary|École|Ecole|Bootcamp|Lyc[ée]e|Collegiate|Vidyalaya|Faculty)(?![\p{L}])/iu;

/** Where a school's name stands in a text; null when none does. A whole cell with a school word is taken as it is. */
export function findSchool(text: string): { start: number; end: number } | null {
  const match = chineseKnown.exec(text) ?? chineseHidden.exec(text) ?? chineseGeneral.exec(text);
  if (match) return { start: match.index - countryBefore(text, match.index), end: match.index + match[0].length };
  const word = englishWord.exec(text);
  const known = english.exec(text);
  if (word) return englishSpan(text, word.index, word.index + word[0].length);
  const campus =
    /(?<![\p{L}])(?:TU|TH|FH|UC|IIT|IIIT|NIT|LMU|KU|ENS|INSA) (?:(?:San|Santa|Los|New) )?\p{Lu}\p{L}+/u.exec(text);
  if (campus) return { start: campus.index, end: campus.index + campus[0].length };
  return known ? { start: known.index, end: known.index + known[0].length } : null;
}

/** 2 in 英国曼彻斯特大学: as it is written, the country belongs to the name. */
function countryBefore(text: string, start: number): number {
  const before = /(?:^|[\s|｜,，、·•:：-])(\p{Script=Han}{2,4})$/u.exec(text.slice(Math.max(0, start - 5), start))?.[1];
  return before && before !== "中国" && countryCodeOf(before) ? before.length : 0;
}

const knownChinese = new Set(chineseNames);

/** By its full Chinese name, as the official list has it. */
export function isKnownSchool(text: string): boolean {
  return knownChinese.has(text);
}

/** 清华, 北邮. */
export function isShortSchoolName(text: string): boolean {
  return hasHan(text) && Object.hasOwn(schools.short, text);
}

const longestLead = 300;

/** Grows a school word to the name around it: capitalised words, "of", "and", and a campus behind a comma. */
function englishSpan(text: string, wordStart: number, wordEnd: number): { start: number; end: number } | null {
  const before =
    /(?:(?:(?<![\p{L}\d])[\p{Lu}\d][\p{L}\d.'’&-]{0,39}|&)\s{1,4}){0,16}$/iu.exec(
      text.slice(Math.max(0, wordStart - longestLead), wordStart),
    )?.[0] ?? "";
  const lead = before.replace(/^(?:(?:of|and|for|at|in|from|&|degree|diploma)\s+)+/i, "");
  const isAllLower = !/\p{Lu}/u.test(text.slice(wordStart, wordEnd)) && !/\p{Lu}/u.test(lead);
  if (isAllLower) return null;
  const after =
    /^(?:\s+(?:of|for|and|the|in|at|de|del|di|der|&|\p{Lu}[\p{L}.'’&-]*)(?=[\s,;:)(|/]|$))*(?:\s*[(（][\p{L} .&-]{2,40}[)）](?:\s+of(?:\s+\p{Lu}[\p{L}]+(?:\s+and)?)+)?)?/u.exec(
      text.slice(wordEnd),
    )?.[0] ?? "";
  const bracket = /(?<!\s)\s*[(（]([^()（）]+)[)）]$/.exec(after);
  if (bracket?.[1] && isPlace(bracket[1]))
    return { start: wordStart - lead.length, end: wordEnd + after.length - bracket[0].length };
  // A full stop behind a whole word ends the name; "St." does not.
  const [whole = ""] = after.split(/(?<=\p{L}{4})\.(?=\s)/u);
  const start = wordStart - lead.length;
  const name = withoutTown(text.slice(start, wordEnd), whole, text.slice(wordEnd + whole.length));
  return { start, end: wordEnd + name.replace(/(?<!\s)\s+(?:of|for|and|the|in|at|&)$/i, "").length };
}

/** " of Oregon Eugene" before ", OR", " Leeds United Kingdom": the town of a school with nothing but a space between. */
function withoutTown(school: string, after: string, behind: string): string {
  const words = after.split(" ");
  const ends = [1, 2].find((count) => isRegionOrCountry(words.slice(-count).join(" ")) && words.length > count + 1);
  const region = /^,?\s+(\p{Lu}[\p{L}.]+(?: \p{Lu}\p{L}+)?)/u.exec(behind)?.[1] ?? "";
  const isPlaced = isRegionCode(region) || isRegionOrCountry(region);
  const isNamedOf = (kept: string[]) => joins.test(kept.at(-1) ?? "");
  if (ends === undefined && !isPlaced) return after;
  const body = isPlaced || ends === undefined ? words : words.slice(0, -ends);
  if (isNamedOf(body)) return after;
  for (const count of [3, 2, 1]) {
    const kept = body.slice(0, -count);
    const town = body.slice(-count).join(" ");
    if (kept.length === 0 || !isWorldCity(town)) continue;
    const isOwn = isNamedOf(kept) || /College$/.test(kept.at(-1) ?? "");
    const isCampus = hasCampuses.test(school + after) && campusPattern.test(`, ${town}`);
    return isOwn || isCampus ? after : kept.join(" ");
  }
  const isTown =
    body.length > 1 && body.length <= 4 && !body.some((word) => joins.test(word) || englishWord.test(word));
  return isTown && isRegionCode(isPlaced ? region : words.slice(-(ends ?? 1)).join(" ")) ? "" : after;
}

const joins = /^(?:of|for|and|the|in|at|de|del|di|der|&)$/;

/** Schools of several campuses: "University of X", the state systems, the IITs. */
export const hasCampuses =
  /University of (?:California|Texas|Illinois|Wisconsin|Massachusetts|Michigan|North Carolina|South Carolina|Maryland|Minnesota|Nebraska|Colorado|Missouri|Tennessee|Nevada|Hawaii|Alaska|Arkansas|Alabama|Louisiana|Technology|New South Wales)|University of Ireland|(?:Indian|National) Institute of (?:Information )?Technology|California State|State University of New York|City University|Indiana University|Purdue|Texas A&M|Rutgers/;

/** Campuses written behind a comma, a colon or a dash belong to the name. */
export const campusPattern =
  /^(?:,|:| ?[-–—])\s*(?:Berkeley|Los Angeles|San Diego|Irvine|Davis|Santa Barbara|Santa Cruz|Riverside|Merced|San Francisco|Austin|Dallas|Arlington|El Paso|San Antonio|Madison|Milwaukee|Urbana[- –]Champaign|Champaign|Chicago|Boulder|Denver|Colorado Springs|Amherst|Boston|Lowell|Dartmouth|Ann Arbor|Dearborn|Flint|Chapel Hill|Charlotte|Greensboro|College Park|Baltimore County|Baltimore|Twin Cities|Duluth|Lincoln|Omaha|Bloomington|Indianapolis|Knoxville|Chattanooga|Columbia|St\. Louis|Rolla|Kansas City|Long Beach|Fullerton|Northridge|Fresno|Sacramento|Fresno|San Marcos|Pomona|Stony Brook|Buffalo|Albany|Binghamton|New Brunswick|Newark|Camden|University Park|College Station|West Lafayette|Bombay|Delhi|Madras|Kanpur|Kharagpur|Roorkee|Guwahati|Hyderabad|Bangalore|Ahmedabad|Calcutta|Manoa|Reno|Las Vegas|Sydney|Galway|Dublin|Cork)(?![\p{L}])/u;

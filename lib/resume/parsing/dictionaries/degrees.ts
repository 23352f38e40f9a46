import degreeData from "@/data/degrees.json" with { type: "json" };
import { type DegreeLevel, degreeLevels } from "../../profile";
import { escapeRegExp, foldWidth } from "../fold";

type Entry = { level: DegreeLevel; key: string };

const entries: Entry[] = degreeLevels.flatMap((level) =>
  degreeData[level].map((name) => ({ level, key: name.toLowerCase() })),
);
const levels = new Map(entries.map(({ key, level }) => [key, level]));
const alternatives = entries
  .map(({ key }) => key)
  .sort((a, b) => b.length - a.length)
  .map((key) =>
    escapeRegExp(key)
      .replace(/'/g, "['’]?")
      .replace(/ /g, "\\s+")
      .replace(/\\\.(?=\p{L})/gu, "\\.\\s?"),
  );
const pattern = new RegExp(
  `(?<![\\p{L}.])(?:${alternatives.filter((name) => !/\p{Script=Han}/u.test(name)).join("|")})(?![\\p{Script=Latin}\\d])|(?:${alternatives.filter((name) => /\p{Script=Han}/u.test(name)).join("|")})(?:研究生|学位|学历|毕业|在读)?`,
  "giu",
);

export type FoundDegree = { level: DegreeLevel; start: number; end: number };

/** Degrees named in a text. Two-letter forms (MA, BE, AS) must be capitals, and MA, MS, AB, AS not a state or word. */
export function findDegrees(text: string): FoundDegree[] {
  const folded = foldWidth(text);
  const found: FoundDegree[] = [];
  for (const match of folded.matchAll(pattern)) {
    const name = match[0];
    const isSpelledOut =
      /^(?:master|bachelor|associate)['’]?s(?: degree)?$/.test(name) &&
      /^\s+(?:in|of|degree)\b/i.test(folded.slice(match.index + name.length));
    if (/^[a-z]/.test(name) && !isSpelledOut) continue;
    if (/^(?:ma|ms|ab|be|ba|md|as|aa|s\.m\.|mim|pe|ged)$/i.test(name) && !isShortDegree(folded, match.index, name))
      continue;
    if (
      /^(?:master|bachelor|masters|diploma|licence|xii|graduate)$/i.test(name) &&
      /^\s*(?:thesis|project|class|plan|data|card|of ceremonies|'s? thesis)/i.test(
        folded.slice(match.index + name.length),
      )
    )
      continue;
    if (/^(?:scrum )?master$/i.test(name) && /scrum\s*$/i.test(folded.slice(0, match.index))) continue;
    if (
      /^小学|^初中|^高中/.test(name) &&
      /^(?:教师|教育|语文|数学|英语|物理|化学|部|生|老师)/.test(folded.slice(match.index + name.length))
    )
      continue;
    const key = name.toLowerCase().replace(/\s+/g, " ");
    const level =
      levels.get(key) ??
      levels.get(key.replace(/(?:研究生|学位|学历|毕业|在读)$/, "")) ??
      levels.get(key.replace("'", "")) ??
      levels.get(key.replace(/\.\s/g, ".")) ??
      levels.get(key.replace(/s\b/, "'s"));
    if (level) found.push({ level, start: match.index, end: match.index + name.length });
  }
  return found;
}

/** "MS in Physics", "BA, English" – but not "Boston, MA". */
function isShortDegree(text: string, start: number, name: string): boolean {
  if (name !== name.toUpperCase()) return false;
  const before = text.slice(0, start);
  const after = text.slice(start + name.length);
  // "MS/BS in Physics".
  if (/^\/(?:BS|BA|B\.S\.|MBA|PhD)(?!\p{L})/u.test(after)) return true;
  if (/^\s*(?:in|of|:|-|\()\s?/i.test(after) && !/^\s*-\s*\d/.test(after)) return true;
  if (/^\s*(?:office|word|excel|sql|access|dos|windows|project|visio|powerpoint|teams|\d{5})/i.test(after))
    return false;
  if (/[a-z],\s*$/i.test(before))
    return /^(?:ms|ba|be|ab)$/i.test(name) && /(?:university|college|institute|school),\s*$/i.test(before);
  return /^\s*(?:(?:,\s*)?\p{Lu}\p{Ll}|$|,|;|\))/u.test(after);
}

export function highestLevel(levelsFound: DegreeLevel[]): DegreeLevel | null {
  return levelsFound.reduce<DegreeLevel | null>(
    (best, next) => (best === null || degreeLevels.indexOf(next) > degreeLevels.indexOf(best) ? next : best),
    null,
  );
}

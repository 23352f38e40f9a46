import skillData from "@/data/skills.json" with { type: "json" };
import { foldWidth, hasHan } from "./fold";

/** A line of what one knows: "熟悉 Spring、MyBatis", "本人会使用 Linux". */
export const tellsOfSkill = /^(?:本人)?(?:能够?|会|比较|较|可以)?(?:精通|熟练|熟悉|掌握|了解|擅长|使用|会用)/;

export type FoundSkill = { canonical: string; start: number; end: number };

/** Names as they stand in a folded text, and how long those that begin with the same two characters are. */
const names = new Map<string, string>();
const lengths = new Map<string, number[]>();
const canonicals = new Map<string, string>();
const spellings = new Map<string, string[]>();
const ambiguous = new Set(skillData.ambiguous.map((name) => name.toLowerCase()));
for (const entry of Object.values(skillData.skills).flat()) {
  const [canonical = "", ...aliases] = entry.split("|");
  for (const name of [canonical, ...aliases]) addName(name, canonical);
  spellings.set(canonical, [canonical, ...aliases]);
}

/** The dictionary's name for a skill (k8s → Kubernetes); versions and words such as 语言 behind it do not matter. */
export function canonicalSkill(text: string): string | null {
  const plain = text.trim();
  if (plain === "" || plain.length > 60) return null;
  const direct = canonicals.get(skillKey(plain));
  if (direct) return direct;
  const bare = plain.replace(
    /(?<!\s)\s*(?:v?(?<!\d|\d\.)\d+(?:\.\d+)*(?:\+|\.x)?|[(（][^()（）]*[)）]|语言|框架|编程|技术|数据库|软件|工具|programming|language|framework|database)$/i,
    "",
  );
  return bare !== plain && bare !== "" ? (canonicals.get(skillKey(bare)) ?? null) : null;
}

/** All the ways the dictionary knows to write a skill (k8s → Kubernetes, k8s); the text itself for any other. */
export function skillSpellings(text: string): string[] {
  return spellings.get(canonicalSkill(text) ?? "") ?? [text];
}

/**
 * Every dictionary skill of a text, longest name first at each place, in one pass. Words are matched whole.
 * Names that are also everyday words or letters (Go, R, C, Excel, Spring) need list-like surroundings or,
 * for longer ones, a capital.
 */
export function findSkills(text: string): FoundSkill[] {
  const folded = foldText(text);
  const found: FoundSkill[] = [];
  for (let start = 0; start < folded.length; ) {
    const end = isWordStart(folded, start) ? longestMatch(folded, start) : null;
    if (end && (!ambiguous.has(folded.slice(start, end.at)) || isMeant(text, folded, start, end.at))) {
      found.push({ canonical: end.canonical, start, end: end.at });
      start = end.at;
    } else {
      start += 1;
    }
  }
  return found;
}

function addName(name: string, canonical: string): void {
  const key = skillKey(name);
  if (!canonicals.has(key)) canonicals.set(key, canonical);
  const folded = foldText(name);
  if (names.has(folded)) return;
  names.set(folded, canonical);
  const known = lengths.get(folded.slice(0, 2));
  if (!known) lengths.set(folded.slice(0, 2), [folded.length]);
  else if (!known.includes(folded.length)) {
    known.push(folded.length);
    known.sort((a, b) => b - a);
  }
}

/** Same length as the text. Hyphens, underscores and line ends count as spaces. */
function foldText(text: string): string {
  const folded = foldWidth(text).replace(/[-_\n]/g, " ");
  const lower = folded.toLowerCase();
  return lower.length === folded.length ? lower : folded.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

function skillKey(text: string): string {
  const lower = foldWidth(text).toLowerCase();
  if (!/[\s\-_.'’]/.test(lower)) return lower;
  return lower
    .replace(/[\s\-_]+/g, "")
    .replace(/(?<!^)\.(?=\w|$)/g, "")
    .replace(/['’]/g, "");
}

function longestMatch(folded: string, start: number): { at: number; canonical: string } | null {
  for (const length of lengths.get(folded.slice(start, start + 2)) ?? []) {
    const canonical = start + length <= folded.length ? names.get(folded.slice(start, start + length)) : undefined;
    if (canonical && isWordEnd(folded, start + length)) return { at: start + length, canonical };
  }
  const single = folded[start] ?? "";
  const canonical = names.get(single);
  return canonical && isWordEnd(folded, start + 1) ? { at: start + 1, canonical } : null;
}

/** A letter or digit of a script that separates words; the text is in lower case. */
function isWordCharacter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || (code >= 0xc0 && code <= 0x24f);
}

function isWordStart(folded: string, start: number): boolean {
  if (!isWordCharacter(folded, start)) return true;
  return start === 0 || !(isWordCharacter(folded, start - 1) || /[@+#]/.test(folded[start - 1] ?? ""));
}

function isWordEnd(folded: string, end: number): boolean {
  if (!isWordCharacter(folded, end - 1)) return true;
  return !isWordCharacter(folded, end) && !/[+#@]/.test(folded[end] ?? "");
}

/** "Office Manager", "office supplies": the room, not the software. */
const officePlace = /^\s+(?:manager|coordinator|assistant|administrat|clerk|staff|supplies|supervisor|hours)/;

/** An ambiguous name stands between separators, or, when longer than three letters, is capitalised inside a sentence. */
function isMeant(text: string, folded: string, start: number, end: number): boolean {
  const before = folded
    .slice(Math.max(0, start - 40), start)
    .trimEnd()
    .slice(-1);
  const after = folded
    .slice(end, end + 40)
    .trimStart()
    .slice(0, 1);
  const separators = /^[,，、;；/|｜•·:：()（）[\]<>=+&\t]?$/;
  const opensLine =
    before === "" || /[\n\t]/.test(text.slice(Math.max(0, start - 2), start)) || separators.test(before);
  const joins =
    /(?:^|[\s,，、])(?:and|or|和|与|及|in|with|using|of|use|熟悉|掌握|精通|了解|使用|熟练使用|熟练掌握|会|用|基于)$/.test(
      folded.slice(Math.max(0, start - 8), start).trimEnd(),
    );
  const closes =
    after === "" ||
    separators.test(after) ||
    /[\n\t]/.test(text.slice(end, end + 2)) ||
    /^\s*(?:and|or|和|与|及|等|\.(?:\s|$)|。|language|programming|developer|开发|语言|编程|框架)/.test(
      folded.slice(end, end + 14),
    );
  const isRoom = folded.slice(start, end) === "office" && officePlace.test(folded.slice(end, end + 16));
  if (isRoom) return false;
  if (end - start <= 2) return (opensLine || joins) && closes && /[A-Z]/.test(text.slice(start, end));
  const isCapital = /\p{Lu}/u.test(text[start] ?? "") || /\d/.test(text.slice(start, end));
  if (isCapital && hasHan(before) && hasHan(after)) return true;
  return (
    isCapital && (opensLine || joins || closes) && !/^\s+(?:in|at|with|the|a|to)\s/.test(folded.slice(end, end + 8))
  );
}

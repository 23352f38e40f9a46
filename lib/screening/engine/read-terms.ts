import { canonicalSkill, type FoundSkill, findSkills } from "@/lib/resume/parsing/skills";
import { createMemory } from "./create-memory";

/** A word or phrase of a requirement, with the dictionary's name where it is a known skill. */
export type Term = { label: string; skill: string | null };
/** One part of a requirement: its alternatives, of which any one shows it. */
export type TermGroup = Term[];

type Item = { terms: TermGroup; start: number; end: number };

/**
 * The parts of a requirement, all of them asked for: "Java、Kafka" two, "Java 或 Go" one with alternatives,
 * "A、B 或 C" one with three, "CI/CD（如 Jenkins、GitLab CI）" one. Dictionary skills and, where a list item is
 * none, its own words. `hasClauses` lets a clause without any skill be a part too ("抗压能力强"); without `hasSkills`
 * the dictionary is left out.
 */
export function readTerms(text: string, { hasClauses = false, hasSkills = true } = {}): TermGroup[] {
  return remember(`${hasClauses}${hasSkills}${text}`, () => {
    const skills = hasSkills ? findSkills(`${text}\n`) : [];
    const phrases = readPhrases(text, skills, hasClauses || skills.length === 0);
    const items = [...skills.map((skill) => toItem(text, skill)), ...phrases].toSorted((a, b) => a.start - b.start);
    return mergeAlternatives(text, items).map(({ terms }) => terms);
  });
}

const remember = createMemory<TermGroup[]>();

export function labelOf(group: TermGroup): string {
  return [...new Set(group.map(({ label }) => label))].join(" / ");
}

function toItem(text: string, { canonical, start, end }: FoundSkill): Item {
  return { terms: [{ label: text.slice(start, end), skill: canonical }], start, end };
}

const listSeparator = /[、,/|()（）+&]|和(?!谐)|以及|与|(?<!以)及(?![时以格])|或者?|\b(?:and|or)\b/giu;
const clauseSeparator = /[，;；。：:!！]/g;

/** List items that the dictionary does not know: stretches between separators with no skill in them. */
function readPhrases(text: string, skills: FoundSkill[], hasClauses: boolean): Item[] {
  const cuts: { start: number; end: number; isClause: boolean; isSkill?: boolean }[] = [
    { start: 0, end: 0, isClause: false },
    ...[...text.matchAll(listSeparator)].map((match) => cutAt(match, false)),
    ...[...text.matchAll(clauseSeparator)].map((match) => cutAt(match, true)),
    ...skills.map(({ start, end }) => ({ start, end, isClause: false, isSkill: true })),
    { start: text.length, end: text.length, isClause: false },
  ];
  const outside = cuts
    .filter(
      (cut) => cut.isSkill || !skills.some(({ start, end }) => cut.start >= start && cut.end <= end && end > start),
    )
    .toSorted((a, b) => a.start - b.start);
  return outside.slice(1).flatMap((right, index) => {
    const left = outside[index];
    if (!left || left.isSkill || right.isSkill) return [];
    if (!hasClauses && (left.isClause || right.isClause || (left.start === 0 && right.start === text.length)))
      return [];
    const chunk = text.slice(left.end, right.start);
    const plain = chunk.trim();
    // "C 或 R": too short to be told from prose, but here it stands alone.
    const label = canonicalSkill(plain) ? plain : contentWords(chunk).join(/\p{Script=Han}/u.test(chunk) ? "" : " ");
    if (label === "") return [];
    return [{ terms: [{ label, skill: canonicalSkill(label) }], start: left.end, end: right.start }];
  });
}

function cutAt(match: RegExpExecArray, isClause: boolean) {
  return { start: match.index, end: match.index + match[0].length, isClause };
}

/** How two neighbours stand to each other, by the text between them. */
type Joiner = "or" | "slash" | "comma" | "example" | "break";

function joinerOf(between: string): Joiner {
  if (/如(?!何)|譬如|such as|e\.g\.|\blike\b|包括但不限于/i.test(between)) return "example";
  if (/\/\s*or\b|或|\bor\b/i.test(between)) return "or";
  if (/^\s*[/|]\s*$/.test(between)) return "slash";
  return /^\s*[、,，]\s*$/.test(between) ? "comma" : "break";
}

function mergeAlternatives(text: string, items: Item[]): Item[] {
  const joiners = items.slice(1).map((item, index) => joinerOf(text.slice(items[index]?.end ?? 0, item.start)));
  const anyClause = clauseOfAny(text, items);
  const isOneOf = (item: Item | undefined) =>
    item !== undefined && anyClause !== null && item.start >= anyClause.start && item.end <= anyClause.end;
  const merged: Item[] = [];
  items.forEach((item, index) => {
    const last = merged.at(-1);
    const isAlternative = index > 0 && (isOr(joiners, index - 1) || (isOneOf(item) && isOneOf(items[index - 1])));
    if (!last || !isAlternative) {
      merged.push({ ...item });
      return;
    }
    last.terms = [...last.terms, ...item.terms];
    last.end = item.end;
  });
  return merged;
}

/** In "A、B 或 C" and "like A, B" the commas are alternatives too: those of an unbroken list with an "or" or "like". */
function isOr(joiners: Joiner[], at: number): boolean {
  const joiner = joiners[at];
  if (joiner !== "comma") return joiner !== undefined && joiner !== "break";
  const reach = (step: 1 | -1) => {
    let index = at;
    while (joiners[index] === "comma") index += step;
    return joiners[index];
  };
  return reach(1) === "or" || reach(-1) === "or" || reach(-1) === "example";
}

/** The clause that says one is enough ("至少一门", "one of", "之一"), or the one behind it when it names nothing. */
function clauseOfAny(text: string, items: Item[]): { start: number; end: number } | null {
  const match =
    /之一|任[一意]|其中一|(?:至少|最少)(?:熟悉|熟练|掌握|精通|了解|使用|会|懂)*\s*(?:一|1)\s*[种门项款个类]|\bone (?:or more )?of\b|\bany of\b|\beither\b|at least one/i.exec(
      text,
    );
  if (!match) return null;
  const before = Math.max(...["；", ";", "。", "，"].map((mark) => text.lastIndexOf(mark, match.index)));
  const after = text.slice(match.index).search(/[；;。]|，(?!\s*[a-z])/i);
  const clause = { start: before + 1, end: after < 0 ? text.length : match.index + after };
  const isEmpty = !items.some(({ start, end }) => start >= clause.start && end <= clause.end);
  return isEmpty ? { ...clause, end: text.length } : clause;
}

const generic =
  /(?:(?<!\d)\d+(?:\.\d+)?\s*[-–~至到]?\s*\d*\s*\+?\s*(?:年|个月|人|名|位|个|次)?|(?<![一二两三四五六七八九十])[一二两三四五六七八九十]+(?:年|个|人|名|种|门)|及?以[上下]|不低于|不少于|至少|最少|之一|具备|具有|拥有|熟练|熟悉|精通|掌握|了解|能够|能(?![源力量])|可以|可(?![靠视用行持扩])|会(?![计议员展务所])|(?<!拥|具)有(?![限机色效])|使用|运用|(?<=[\u4e00-\u9fff])过(?![程滤渡期敏])|从事过?|做过|参与过?|负责过?|带过|良好的?|优秀的?|较强的?|很强的?|扎实的?|丰富的?|一定的?|较好的?|相关|类似|等(?![级保])|例?如|经验|经历|背景|能力|技能|工作|优先|加分|者|的|要求|岗位|职位|职责|项目经验|\b(?:at least|minimum|min|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?=\s*\+?\s*(?:years?|people))|years?|yrs?|months?|of|in|with|and|or|the|a|an|experience[ds]?|knowledge|strong|good|solid|excellent|proven|hands-on|proficien(?:t|cy)|familiar(?:ity)?|ability|able|to|using|used?|working|work(?:ed)?|as|for|on|background|skills?|required?|preferred|plus|is|be|has|have|must|should|similar|relevant|related|such|like|including|one|any|either|both)\b)/gi;

/** What is left of a text without numbers and the words that every requirement has. */
export function contentWords(text: string): string[] {
  return text
    .replace(generic, " ")
    .split(/[\s、,，;；:：/|（）()。.!！+]+/)
    .map((word) => word.trim())
    .filter((word) => word.length >= 2);
}

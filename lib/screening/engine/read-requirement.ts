import { findSkills } from "@/lib/resume/parsing/skills";
import { type DegreeLevel, degreeLevels } from "@/lib/resume/profile";

/** Alternatives of which one is enough. */
export type TermGroup = { label: string; skills: string[]; words: string[] };

const chineseDigits = "零一二三四五六七八九";

/** The least number of years a text asks for: "5 年以上" 5, "3-5年" 3, "at least three years" 3; null when none. */
export function readYears(text: string): number | null {
  const match =
    /(\d+(?:\.\d+)?|[一二两三四五六七八九十]{1,3})\s*(?:[-–—~～至到]\s*\d+\s*)?\+?\s*(?:年|years?\b|yrs?\b)/i.exec(
      text,
    );
  const words = /\b(one|two|three|four|five|six|seven|eight|ten)\b(?=[\s+]*years?\b)/i.exec(text);
  if (words) return englishNumbers[words[1]?.toLowerCase() ?? ""] ?? null;
  return match?.[1] ? readNumber(match[1]) : null;
}

const englishNumbers: Record<string, number> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
};

/** "12", "十二", "两" as a number. */
export function readNumber(text: string): number | null {
  if (/^\d/.test(text)) return Number(text);
  const [tens, ones] = text.replaceAll("两", "二").split("十");
  if (ones === undefined) {
    const digit = chineseDigits.indexOf(tens ?? "");
    return digit > 0 ? digit : null;
  }
  return (tens ? chineseDigits.indexOf(tens) : 1) * 10 + (ones ? chineseDigits.indexOf(ones) : 0);
}

/**
 * The skills or words a requirement names. Neighbours joined by 或, or, / are alternatives: "Java 或 Go" is one
 * group, "Java、Kafka" two. Words count only where the dictionary knows nothing in the text.
 */
export function readTerms(text: string): TermGroup[] {
  const skills = findSkills(`${text}\n`);
  if (skills.length === 0) return contentWords(text).map((word) => ({ label: word, skills: [], words: [word] }));
  const groups: TermGroup[] = [];
  let previousEnd = 0;
  for (const { canonical, start, end } of skills) {
    const between = text.slice(previousEnd, start);
    const last = groups.at(-1);
    const written = text.slice(start, end);
    if (last && /^[\s]*(?:或者?|\/|or|任一|\|)[\s]*$/i.test(between)) {
      last.skills.push(canonical);
      last.label += ` / ${written}`;
    } else {
      groups.push({ label: written, skills: [canonical], words: [] });
    }
    previousEnd = end;
  }
  const isAny = /(?:之一|任一|至少一[种门项]|one of|any of|either)/i.test(text);
  if (!isAny || groups.length < 2) return groups;
  const merged = {
    label: groups.map(({ label }) => label).join(" / "),
    skills: groups.flatMap((group) => group.skills),
    words: [],
  };
  return [merged];
}

const generic =
  /(?:\d+(?:\.\d+)?\s*[-–~至到]?\s*\d*\s*\+?\s*(?:年|个月|人|名|位|个|次)?|[一二两三四五六七八九十]+(?:年|个|人|名)|以上|以下|及以上|不低于|不少于|至少|具备|具有|拥有|熟练|熟悉|精通|掌握|了解|能够|能|可以|可|会|有|使用|运用|从事过?|做过|参与过?|负责过?|带过|良好的?|优秀的?|较强的?|扎实的?|丰富的?|一定的?|相关|类似|等|经验|经历|背景|能力|技能|工作|优先|者|的|地|和|及|与|并|或者?|要求|岗位|职位|专业|证书|资格证?|持有?|项目经验|\b(?:at least|minimum|min|years?|yrs?|of|in|with|and|or|the|a|an|experience|experienced|knowledge|strong|good|solid|excellent|proven|hands-on|proficien(?:t|cy)|familiar(?:ity)?|ability|able|to|using|working|work|as|for|on|background|skills?|required?|preferred|plus|is|be|has|have|must|should|similar|relevant|related|built|build|developed|done|worked)\b)/gi;

/** What is left of a text without numbers and the words that every requirement has. */
export function contentWords(text: string): string[] {
  return text
    .replace(generic, " ")
    .split(/[\s、,，;；:：/|（）()。.!！]+/)
    .map((word) => word.trim())
    .filter((word) => word.length >= 2);
}

const degreePatterns: [DegreeLevel, RegExp][] = [
  ["doctor", /博士|ph\.?\s?d|doctora/i],
  ["master", /硕士|研究生|master|mba|\bm\.?sc\b/i],
  ["bachelor", /本科|学士|bachelor|undergraduate|\bb\.?sc\b|university degree|college degree/i],
  ["associate", /大专|专科|高职|associate|diploma/i],
  ["high_school", /高中|中专|职高|high school|secondary/i],
];

/** The lowest degree that satisfies the text; null when it names none. */
export function readDegree(text: string): DegreeLevel | null {
  const named = degreePatterns.filter(([, pattern]) => pattern.test(text)).map(([level]) => level);
  return named.toSorted((a, b) => degreeLevels.indexOf(a) - degreeLevels.indexOf(b))[0] ?? null;
}

const majorFamilies: RegExp[] = [
  /计算机|软件|信息|网络|电子|通信|自动化|人工智能|数据|computer|software|informat|\bit\b|electronic|data|\bcs\b/i,
  /会计|财务|财会|审计|金融|经济|税|account|financ|econom|audit/i,
  /人力资源|管理|工商|行政|human resource|management|business|administration/i,
  /市场|营销|广告|传媒|传播|新闻|marketing|advertis|communication|journalis/i,
  /机械|机电|制造|材料|车辆|mechanic|manufactur|material|automotive/i,
  /设计|美术|艺术|视觉|工业设计|design|art\b|fine arts/i,
  /法学|法律|law|legal/i,
  /医学|护理|药|临床|medic|nurs|pharm|clinical/i,
  /数学|统计|物理|math|statistic|physic/i,
  /英语|日语|法语|德语|翻译|语言|english|linguist|translation|language/i,
  /土木|建筑|工程管理|civil|architect|construction/i,
  /化学|化工|生物|环境|chemi|biolog|environment/i,
];

/** The families of study a text names: patterns that a fitting major matches one of. */
export function readMajorFamilies(text: string): RegExp[] {
  return majorFamilies.filter((family) => family.test(text.replace(/学历|学位|及以上|以上/g, "")));
}

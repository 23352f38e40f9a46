import type { SkillEntry, TextSpan } from "../../profile";
import { isLanguageName } from "../dictionaries/languages";
import { hasHan } from "../fold";
import { headingKind } from "../headings";
import type { TextLine } from "../lines";
import { cutPiece, type Piece, read, splitPiece, subPiece, tidyPiece } from "../piece";
import { canonicalSkill, findSkills, tellsOfSkill } from "../skills";

/** The skills a skill section lists, each once, in order. */
export function readSkillItems(text: string, lines: TextLine[], all: TextLine[] = lines): SkillEntry[] {
  const whole = joinLines(text, lines, all);
  const isTable = isTableOfLists(whole);
  const items = joinWrapped(
    text,
    whole.filter((line, index) => !isCategory(line, whole, index)).flatMap((line) => lineItems(text, line, isTable)),
  );
  return toSkills(items).map((skill) => ({ ...skill, ...proficiency(text, skill) }));
}

/** Three and more lines that say what one knows ("熟悉 Spring、MyBatis"), where no section of skills holds them. */
export function linesOfSkills(lines: TextLine[]): TextLine[] {
  const told = lines.filter((line) => {
    const content = line.text.slice(line.contentStart - line.start);
    return tellsOfSkill.test(content) && findSkills(content).length > 0;
  });
  return told.length > 2 ? told : [];
}

const levelWords =
  "精通|熟练掌握|熟练使用|熟练运用|熟练|熟悉|掌握|了解|良好|一般|入门|擅长|proficient|advanced|expert|intermediate|familiar|basic|beginner|fluent|experienced";
const levelWord = new RegExp(levelWords, "gi");
const levelBehind = new RegExp(`^(?:\\s*[(（:：|｜—–-]|[^\\S\\t]*\\t)\\s*(${levelWords})`, "i");
const durationBehind =
  /^(?:[^,，、;；\n]{0,16}?(?:[(（:：|｜\t]|\s)|\s*[(（][^)）\n]{0,16}?[,，、/])\s*(?:使用\s*)?(\d{1,3}(?:\.\d)?\s*(?:个月|年|months?|years?|yrs?)\+?)/i;

/** The word for how well a skill is known, behind it or before it in its clause, and how long it was used. */
function proficiency(text: string, { name }: SkillEntry): Pick<SkillEntry, "level" | "duration"> {
  const span = name.spans[0];
  if (!span) return { level: null, duration: null };
  const end = text.indexOf("\n", span.end);
  const behind = text.slice(span.end, Math.min(end < 0 ? text.length : end, span.end + 40));
  const clauseStart = Math.max(...["\n", "；", ";", "。"].map((mark) => text.lastIndexOf(mark, span.start - 1))) + 1;
  const before = text.slice(Math.max(clauseStart, span.start - 60), span.start);
  const after = levelBehind.exec(behind);
  const lead = after ? null : ([...before.matchAll(levelWord)].at(-1) ?? null);
  const duration = durationBehind.exec(behind);
  const at = (word: string, from: number) => read(word, { start: from, end: from + word.length }, { confidence: 0.85 });
  return {
    level: after?.[1]
      ? at(after[1], span.end + after.index + after[0].lastIndexOf(after[1]))
      : lead && at(lead[0], span.start - before.length + lead.index),
    duration: duration?.[1] ? at(duration[1], span.end + duration[0].lastIndexOf(duration[1])) : null,
  };
}

/** Skills that a text of another kind names; dictionary words only. */
export function findSkillEntries(text: string, span: TextSpan): SkillEntry[] {
  return toSkills(
    findSkills(text.slice(span.start, span.end)).flatMap(
      ({ start, end }) => cutPiece(text, span.start + start, span.start + end) ?? [],
    ),
    0.6,
  );
}

function toSkills(items: Piece[], confidence = 0.88): SkillEntry[] {
  const seen = new Set<string>();
  return items.flatMap((item) => {
    const value = item.text.replace(/(?<=\p{Script=Han})\s*\n\s*(?=\p{Script=Han})/gu, "").replace(/\s+/g, " ");
    const canonical = canonicalSkill(value);
    const key = value.toLowerCase().replace(/[^\p{L}\p{N}+#]/gu, "");
    if (key === "" || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        name: read(value, item, { confidence: canonical ? Math.min(0.97, confidence + 0.07) : confidence - 0.05 }),
        canonical,
        level: null,
        duration: null,
      },
    ];
  });
}

const itemSeparator =
  /\s*[,，、;；|｜•●▪·\t]+\s*|\s+[/-]\s+|\s*(?:>|<|=|≈|＞)+\s*|\s{3,}|(?<=[A-Za-z\d]{2})\+(?=[A-Za-z]{3})|(?<=\p{Script=Han})\s*\/\s*|\s*\/\s*(?=\p{Script=Han})/gu;

type Item = Piece & { endsLine: boolean; startsLine: boolean };

/** "Robotics ⇥ Kinematics, Dynamics", "CAD ⇥ SolidWorks": rows whose first cells say what the others list. */
function isTableOfLists(lines: TextLine[]): boolean {
  const rows = lines.flatMap(({ text }) => {
    const cells = text.split(/\t+/);
    return cells.length > 1 ? [cells] : [];
  });
  const lists = rows.filter(([, list = ""]) => /[,，、;；]/.test(list));
  return rows.length > 2 && rows.every((cells) => cells.length === 2) && lists.length > rows.length * 0.6;
}

function lineItems(text: string, line: TextLine, isTable: boolean): Item[] {
  const whole = cutPiece(text, line.contentStart, line.end);
  if (!whole) return [];
  const label = isTable ? /^[^\t,，、;；]{2,40}\t+(?=\S)/.exec(whole.text) : null;
  const content = (label && subPiece(whole, label[0].length)) ?? withoutBareLabel(whole, line) ?? withoutLabel(whole);
  if (!content) return [];
  // "熟悉常用的设计模式：单例、工厂": what is known stands before the colon.
  const before = content.start > whole.start ? subPiece(whole, 0, content.start - whole.start) : null;
  const told = before && hasHan(before.text) && leadWords.test(before.text) ? dictionaryItems(before) : [];
  return [...told, ...contentItems(line, content)];
}

function contentItems(line: TextLine, content: Piece): Item[] {
  if (isProse(content.text)) return dictionaryItems(content);
  const items = splitPiece(content, outsideBrackets(content.text))
    .flatMap(splitSpaced)
    .flatMap((piece) => splitPiece(piece, /(?<=[A-Za-z\d+#.]\s*)(?:以及|和|与|及)(?=\s*[A-Za-z])/g))
    .flatMap((piece, index, all) => (isSentence(content.text) && index === all.length - 1 ? splitLast(piece) : [piece]))
    .flatMap((piece) => cleanItem(piece, isTold(content.text)));
  return items.map((item) => ({
    ...item,
    startsLine: item.start <= content.start + 2,
    endsLine: item.end >= line.end - 1,
  }));
}

/** "Vue2.x Vuex axios", "有 Git Gulp Webpack 使用经验": names of tools with nothing but spaces between. */
function splitSpaced(piece: Piece): Piece[] {
  // "客户开发 商务谈判 方案呈现 CRM 系统": four and more short words.
  const row = piece.text.split(afterHan);
  const isRow = row.length >= 4 && row.every((word) => hasHan(word) && word.length >= 2 && word.length <= 10);
  if (isRow && !/[:：。]/.test(piece.text)) return splitPiece(piece, afterHan);
  const words = piece.text.replace(leadWords, "").split(/\s+/);
  const tools = words.filter((word) => /^[A-Za-z][\w.+#-]*$/.test(word));
  // "git maven", "photoshop sketch".
  const isPair = tools.length === 2 && words.length === 2 && words.every((word) => /^[a-z]/.test(word));
  if (isPair && !canonicalSkill(piece.text) && words.every((word) => canonicalSkill(word) !== null))
    return splitPiece(piece, /\s+/g);
  if (tools.length < 3 || canonicalSkill(piece.text)) return [piece];
  const known = tools.filter((word) => canonicalSkill(word)).length;
  const isOfTools = words.every((word) => tools.includes(word) || hasHan(word));
  const isMeant = hasHan(piece.text) ? known >= 2 && known >= tools.length * 0.6 : known === tools.length && known > 3;
  if (!isOfTools || !isMeant) return [piece];
  return splitPiece(piece, /\s+/g).filter(({ text }) => !categoryWord.test(text));
}

const afterHan = /(?<=\p{Script=Han})\s+/gu;

/** "熟练掌握甲、乙和丙", "Proficient in A, B and C.": a list told as a sentence. */
function isSentence(content: string): boolean {
  return leadWords.test(content) || /[.。；;]$/.test(content);
}

/** "熟悉甲、乙", "对丙有一定了解": Chinese that tells of skills; in it nouns of every kind stand beside their names. */
function isTold(content: string): boolean {
  return (
    hasHan(content) &&
    (leadWords.test(content) ||
      /[。；;]$/.test(content) ||
      /熟[悉练]|掌握|精通|了解|具有|具备|能够|良好|优秀|较强/.test(content))
  );
}

/** "乙和丙": the last two of a list; "Research and Development" is one. */
function splitLast(piece: Piece): Piece[] {
  const bare = piece.text.replace(leadWords, "");
  if (canonicalSkill(bare) || noItem.test(piece.text) || tellsOfDoing.test(bare)) return [piece];
  const match = /(?<=[^和与及]{2})(?:以及|和|与|及)(?=[^和与及]{2})|(?:,|(?<![,\s]))\s+and\s+/i.exec(piece.text);
  if (!match) return [piece];
  const parts = [subPiece(piece, 0, match.index), subPiece(piece, match.index + match[0].length)];
  return parts.flatMap((part) => part ?? []);
}

/** The separator pattern, with separators inside brackets kept out of reach when the brackets hold a remark. */
function outsideBrackets(content: string): RegExp {
  return /[(（][^()（）]*[,，、;；/][^()（）]*[)）]/.test(content)
    ? new RegExp(
        `(?:${itemSeparator.source})(?![^(（]*[)）])|\\s*[(（](?=[^()（）]*[,，、;；/])|(?<=[(（][^()（）]*)(?:${itemSeparator.source})|(?<=[,，、;；/][^()（）]*)[)）]`,
        "gu",
      )
    : itemSeparator;
}

/** "Languages C++, C, Java", "**框架** React、Vue": a word for a group before a list, with nothing but a space between. */
function withoutBareLabel(whole: Piece, { styleBreaks }: TextLine): Piece | null {
  const label = /^(\p{L}+(?: \p{L}+)?)\s+(?=[^,，、;；:：\t]{1,40}[,，、;；])/u.exec(whole.text);
  const rest = label && subPiece(whole, label[0].length);
  if (!label?.[1] || !rest || !categoryWord.test(label[1])) return null;
  const [first = ""] = rest.text.split(/[,，、;；]/);
  const isSetApart = styleBreaks.some((at) => at > whole.start && at <= rest.start);
  return isSetApart || (canonicalSkill(first.trim()) && !canonicalSkill(`${label[1]} ${first.trim()}`)) ? rest : null;
}

/** "Languages: Java, Go", "数据库 ⇥ MySQL": the part behind the label. */
function withoutLabel(line: Piece): Piece | null {
  const colon = /^([^:：,，、;；]{1,40})[:：](?!\/\/)\s*/.exec(line.text);
  if (colon && /^(?:个人特质|个人品质|性格|性格特点|综合素质|自我评价|兴趣爱好|个人荣誉)$/.test(colon[1]?.trim() ?? ""))
    return null;
  if (
    colon &&
    (isLanguageName(colon[1] ?? "") || /^(?:外语|语言能力|外语能力|英语水平|英语能力)$/.test(colon[1]?.trim() ?? ""))
  )
    return null;
  if (colon) {
    const rest = subPiece(line, colon[0].length);
    if (rest)
      return /^\d/.test(rest.text) && canonicalSkill(colon[1] ?? "") ? subPiece(line, 0, colon[1]?.length) : rest;
    return canonicalSkill(colon[1] ?? "") && !categoryWord.test(colon[1] ?? "")
      ? subPiece(line, 0, colon[1]?.length)
      : null;
  }
  // "操作系统、数据库与构建: Linux/MySQL/Git": several groups before one list.
  const groups = /^([\p{Script=Han}、，,与和及/ ]{2,24})[:：]\s*(?=[^,，、;；/]{1,30}[,，、;；/])/u.exec(line.text);
  if (groups) return subPiece(line, groups[0].length);
  const tab = /^([^\t,，、;；]{1,40})\t+(?=\S)/.exec(line.text);
  const isTabLabel =
    tab &&
    (/[,，、;；]/.test(line.text.slice(tab[0].length)) ||
      categoryWord.test(tab[1] ?? "") ||
      headingKind(tab[1] ?? "") !== null);
  const isKind =
    categoryWord.test(tab?.[1] ?? "") || /(?:框架|语言|工具|软件|技术|平台|数据库|相关|能力|类)$/.test(tab?.[1] ?? "");
  if (isTabLabel && (isKind || !canonicalSkill(tab[1] ?? ""))) return subPiece(line, tab[0].length);
  const dash = /^([\p{L} &/]{3,36}?)\s+[-–—]\s+(?=[^-–—]*[,，、])/u.exec(line.text);
  return dash && !canonicalSkill(dash[1] ?? "") ? subPiece(line, dash[0].length) : line;
}

function isProse(text: string): boolean {
  if (hasHan(text)) {
    const isList = text.split(/[、/|｜]|\s{2,}/).length > text.length / 12 && !/。/.test(text);
    return /。|；/.test(text) ? text.length > 24 : text.length > 90 && !isList;
  }
  const words = text.split(/\s+/).length;
  return words > 14 && (/[.;]$/.test(text) || text.split(/[,;|•·\t]/).length < words / 6);
}

const kindOfTool =
  /^(?:编程|前端|后端|操作系统|版本控制|版本管理|项目管理|数据库|中间件|服务器|消息队列|缓存|开源|开发)$/;

function dictionaryItems(content: Piece): Item[] {
  // "SVN版本控制工具", "Linux 操作系统": behind a tool, what kind of tool it is.
  const isKind = (start: number, end: number) =>
    kindOfTool.test(content.text.slice(start, end)) && /[A-Za-z\d+#.]\s?$/.test(content.text.slice(0, start));
  const known = findSkills(content.text).filter(
    ({ start, end }) =>
      !isKind(start, end) &&
      !isPartOfWord(content.text, start, end) &&
      !noSkillAlone.test(content.text.slice(start, end)),
  );
  const named = hasHan(content.text) ? namedTools(content.text, known) : [];
  const apart = known.filter((skill) => !named.some(({ start, end }) => skill.start >= start && skill.end <= end));
  return [...apart, ...named]
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ start, end }) => {
      const piece = subPiece(content, start, end);
      return piece ? [{ ...piece, startsLine: false, endsLine: false }] : [];
    });
}

/** Words that skills are made of, and none by themselves where a sentence has them. */
const noSkillAlone = /^(?:系统|索引|整理|处理|保存|交流|搜索|队列|字典|代码|计算机|软件|工具|实践|延性)$/;

const latinName = /[A-Za-z][A-Za-z\d]*(?:[._-][A-Za-z\d]+)*(?:\+\+|#)?/g;

/**
 * "熟悉 LwIP、FatFS 等中间件": names in Latin letters that no dictionary has, where Chinese lists them or says that one
 * knows them.
 */
function namedTools(content: string, known: { start: number; end: number }[]): { start: number; end: number }[] {
  const names = [...content.matchAll(latinName)].map(({ 0: name, index }) => ({
    start: index,
    end: index + name.length,
  }));
  const skillAt = ({ start, end }: { start: number; end: number }) =>
    known.find((skill) => skill.start < end && skill.end > start);
  return names.filter((name, order) => {
    const word = content.slice(name.start, name.end);
    const skill = skillAt(name);
    // "React-Router", of which the dictionary has the first half.
    if (skill)
      return skill.start === name.start && skill.end < name.end && /^[-_.]\p{Lu}/u.test(content.slice(skill.end));
    if (word.length < 2 || noTool.test(word)) return false;
    const before = content.slice(Math.max(0, name.start - 12), name.start).trimEnd();
    const after = content.slice(name.end, name.end + 12).trimStart();
    if (!opensName.test(before) || !closesName.test(after)) return false;
    const [last, next] = [names[order - 1], names[order + 1]];
    const isListed =
      (last !== undefined && betweenNames.test(content.slice(last.end, name.start))) ||
      (next !== undefined && betweenNames.test(content.slice(name.end, next.start)));
    return isListed || saysKnown.test(before);
  });
}

const opensName = /(?:^|[、，,；;：:（(/+&\s]|[悉练握解通用如括有会和与及或以的等于过])$/;
const closesName =
  /^(?:$|[、，,；;。.）)/+&]|[等和与及或]|的?(?:框架|工具|语言|软件|平台|系统|数据库|组件|库|中间件|协议|脚本|环境|模型|引擎|操作|开发|编程|编写|进行|技术|算法|命令|语法|源码|原理|绘制|设计|建模|仿真))/;
const betweenNames = /^\s?(?:[、，,/+&]|和|与|及|以及|或)\s?$/;
const saysKnown = /(?:熟[悉练]|掌握|了解|精通|擅长|会|使用|运用|应用|用|操作)\s?(?:过|了)?$/;
/** Words in Latin letters that Chinese sentences about skills hold, and that name none. */
const noTool =
  /^(?:apps?|pc|ui|ux|io|it|id|ids|apis?|web|www|https?|h5|bugs?|demo|the|and|or|of|in|with|for|to|cpu|gpu|mcu|ide|pcb|sdk|bs|cs|to[bc]|x+|no|ok|cet\d*|gpa|ms|us|qps|tps|v\d.*|[ivx]+|etc|com|cn|top\d*|leetcode|github\.com|code|coding|server|client|word|page|issue|pr|feature|debug|native|office\d*)$/i;

/** 分析 in 数据处理与分析报告: two characters within a longer word, which is what is meant. */
function isPartOfWord(content: string, start: number, end: number): boolean {
  if (end - start !== 2 || !hasHan(content[start] ?? "")) return false;
  const before = content.slice(Math.max(0, start - 2), start);
  const opens =
    !hasHan(before.at(-1) ?? "") || /(?:熟[悉练]|掌握|精通|了解|擅长|使用|从事|负责|[和与及或会懂])$/.test(before);
  const closes = !hasHan(content[end] ?? "") || /^(?:等|[和与及或的]|工作|技能|能力)/.test(content.slice(end, end + 2));
  return !(opens && closes);
}

const leadWords =
  /^(?:(?:(?:比较|较为?)(?=熟悉|熟练|了解|精通|擅长)|熟练掌握|熟练使用|熟练运用|熟练应用|熟练操作|熟练|熟悉|精通|了解|理解|掌握|擅长|能够?熟练使用|能够?使用|会使用|会用|使用|进行|具备|具有|运用|良好的|较强的|优秀的|并|及|以及|和|与|等|对|有(?!限)|如|包括|其他)+(?:掌握|使用|运用|应用|操作)?(?:过(?=[\sA-Za-z]))?\s*|(?:proficient|proficiency|skilled|experienced?|expert|expertise|familiar|familiarity|knowledge|knowledgeable|fluent|fluency|competent|competency|advanced|intermediate|basic|working knowledge|strong knowledge|good knowledge|hands-on experience|experience|understanding)\s+(?:in|with|of|at|using|knowledge of)\s+|(?:and|or)\s+)/i;
const tailWords =
  /(?:等(?:[\p{Script=Han}]{0,8})?|(?<=[A-Za-z+#])\s?入门级?|的?(?:使用|操作|开发经验|基本操作|基础知识|相关知识)|(?<!\s)\s*(?:and )?etc\.?|(?<!\s)\s+\d\+?\s*(?:yrs?|years?).*|\.)$/iu;
const noItem =
  /^(?:\d+\+?\s*(?:yrs?|years?|年|months?|个月)?|etc|and|or|等|无|其他|熟练|熟悉|精通|了解|掌握|一般|良好|优秀|入门|初学|中级|高级|初级|(?:使用|开发|相关|实际|项目|工作)*经验|计算机.{0,4}[一二三四]级.*|使用|配置|优化|开发|调优|操作|应用|部署|familiar|proficient|intermediate|advanced|beginner|expert|basic|fluent|native|experienced|good|excellent|knowledge|working knowledge|level|over|under|(?:超过|低于|少于|大于).*|(?:over|under|less than|more than)?[\d\s–-]+ lines.*|[\d\s–-]+行|.*\bpages?\b \d.*|\d+ ?\/ ?\d+|skills?|(?:mother tongue|other language)(?:\(?s\)?)?|understanding|speaking|writing|listening|reading|spoken (?:interaction|production)|[abc][12]|技能|(?:大学生?)?英语[四六](?:级.*)?|[四六]级.*|.*(?:[二三四]级|等级)证书|(?:以[下上]|下[面列]).{0,8}技能|.*(?:资格证|执业证|从业证|上岗证|会计证|建造师证|安全员[ABC]证|职称)书?|.{0,6}(?:编程)?习惯|.*[一二三特]等奖.*|\d+\s?年\+?.{0,8}经验|.*(?:奖学金|称号)(?:.{0,6}次)?|CET[- ]?[46].*|(?:能够?|可以|可|曾|参与|善于|具备|拥有|热爱).{4,})$/i;

/** "2016年09月", "Oct ‘25 – Nov ‘25", "24岁", "10 years of experience": what stands beside a skill, and is none. */
const timeWords =
  /(?:19|20)\d{2}\s*[年./-]\s*\d{1,2}|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?,?\s*[‘’']?\d{2}|^\d{1,2}\s*岁$|\byears? of\b/i;

function cleanItem(piece: Piece, isOfSentence: boolean): Piece[] {
  const whole = tidyPiece(piece);
  const tidy = whole && /[)）][.。;；]$/.test(whole.text) ? subPiece(whole, 0, whole.text.length - 1) : whole;
  if (!tidy) return [];
  const open = /(?<!\s)\s*(?:[(（][^()（）]*[)）]?|(?<![★☆⋆✩✭●○■□])(?:[★☆⋆✩✭●○■□] ?){2,})$/.exec(tidy.text);
  const lead = /^[★☆●○■□]{2,}\s*/.exec(tidy.text)?.[0].length ?? 0;
  const core = (open && open.index > lead) || lead ? (subPiece(tidy, lead, open?.index) ?? tidy) : tidy;
  const bare = stripWords(withoutClaim(core));
  // "能够编写Shell脚本".
  if (bare && isOfSentence && /^(?:能够?|可以?|会)(?=.{4})/.test(bare.text) && /[A-Za-z]/.test(bare.text))
    return dictionaryItems(bare);
  if (
    !bare ||
    (bare.text.length === 1 && !canonicalSkill(bare.text)) ||
    noItem.test(bare.text) ||
    timeWords.test(bare.text) ||
    !/\p{L}/u.test(bare.text) ||
    isLanguageName(bare.text.replace(/^(?:语言|外语)\s+/, "")) ||
    /@|https?:|www\./.test(bare.text)
  )
    return [];
  if (hasHan(bare.text) && tellsOfDoing.test(bare.text) && !canonicalSkill(bare.text)) return dictionaryItems(bare);
  const tool = toolBefore(bare, isOfSentence);
  if (tool) return [tool];
  // "Interceptor技术".
  const ofKind = isOfSentence
    ? /^([A-Za-z][\w.+#-]{1,24})\s?(?:技术|框架|组件|插件|中间件|工具|库|软件|平台)$/u.exec(bare.text)?.[1]
    : undefined;
  if (ofKind && canonicalSkill(bare.text) === null) return [subPiece(bare, 0, ofKind.length) ?? bare];
  // "科学绘图软件 Gnuplot": what kind of tool it is, before its name.
  const behindKind = isOfSentence
    ? /^\p{Script=Han}{2,10}(?:软件|工具|平台|框架|语言|库|系统|引擎|协议)\s?(?=[A-Za-z][\w.+#-]{1,24}$)/u.exec(
        bare.text,
      )?.[0].length
    : undefined;
  if (behindKind) return [subPiece(bare, behindKind) ?? bare];
  // "LVGL的移植".
  const owner = isOfSentence ? /^([A-Za-z][\w.+#-]*)\s?的\p{Script=Han}{2,8}$/u.exec(bare.text)?.[1] : undefined;
  if (owner) return [subPiece(bare, 0, owner.length) ?? bare];
  if (isOfSentence && isVague(bare.text)) return dictionaryItems(bare);
  if (canonicalSkill(bare.text)) return [bare];
  // "Proficient in Windows and Linux"; "Research and Development" is one.
  const linked = bare.text.split(" and ");
  if (linked.length > 1 && linked.every((side) => canonicalSkill(side))) return splitPiece(bare, / and /g);
  const sides = bare.text.split("/");
  if (sides.length > 1 && (sides.every((side) => canonicalSkill(side)) || areTools(sides)))
    return splitPiece(bare, /\//g);
  const kept = hasHan(core.text) || /[.;]$/.test(core.text) ? bare : core;
  const isLong = hasHan(kept.text)
    ? kept.text.replace(/[^\p{Script=Han}]/gu, "").length > 12
    : kept.text.split(/\s+/).length > 6;
  if (isLong || /(?:能力强|意识|经验丰富|能独立|负责|具有良好)/.test(kept.text)) return dictionaryItems(kept);
  const label = /^[^:：]{1,30}[:：]\s*(?=\S)/.exec(kept.text)?.[0].length ?? 0;
  const value = label > 0 ? subPiece(kept, label) : kept;
  // "SQL优化" is a skill of its own, "使用Java完成开发" speaks of Java.
  const isCompound = /^[A-Za-z][\w+#./ -]{0,16}\p{Script=Han}{2,4}$/u.test(kept.text) && !genericTail.test(kept.text);
  const inner = !isCompound && hasHan(kept.text) && /[a-z]{2}/i.test(kept.text) ? findSkills(kept.text) : [];
  if (inner.length > 0) return dictionaryItems(kept);
  return value ? [value] : [];
}

/** "Filebeat/Kibana/Reedpool": names set like those of tools, of which one at least is known. */
function areTools(sides: string[]): boolean {
  return (
    (sides.every((side) => /^\p{Lu}[\p{L}\d.+#-]{2,19}$/u.test(side)) &&
      sides.some((side) => canonicalSkill(side) !== null)) ||
    (sides.length > 2 &&
      sides.every((side) => /^[A-Za-z][A-Za-z\d.+#-]{1,19}$/.test(side)) &&
      sides.filter((side) => canonicalSkill(side) !== null).length * 2 >= sides.length)
  );
}

/** "产品决策方法", "上线的全部流程": a noun of no tool and no field; in a sentence it is no skill of its own. */
function isVague(text: string): boolean {
  if (!hasHan(text) || /[A-Za-z]/.test(text) || canonicalSkill(text)) return false;
  return text.length > 8 || /[的对能有并被把将其之于]/.test(text) || vagueTail.test(text);
}

const vagueTail =
  /(?:技术|框架|工具|语言|知识|流程|方法|原理|规范|思想|模式|标准|协议|机制|能力|思维|意识|理论|技巧|基础|经验|命令|结构|逻辑|风格|体系|场景|过程|需求|问题|任务|文档|业务|产品|项目|平台|环境|功能|模块|页面|接口|数据|代码|程序|脚本|级别|穿透|雪崩|击穿|资源|生活|习惯)$/;

/** "UDP 有过深入研究", "前端性能调优有自己的理解": how well, told behind what. */
function withoutClaim(item: Piece): Piece {
  const claim = hasHan(item.text)
    ? /\s?(?:也|都|均|亦)?有(?:着|过|所|一定|些许|较|比较|深入|深刻|良好|丰富|自己|很|非常|扎实|充分|基本|全面|清晰|独到|相关|实际|大量|多年|\d\s?年|[一二两三四五六七八九十]年)[\p{Script=Han}\d\s]{0,16}$/u.exec(
        item.text,
      )
    : null;
  return claim && claim.index > 1 ? (subPiece(item, 0, claim.index) ?? item) : item;
}

/** "编写简单的脚本", "此类框架": what is done with skills, or points back to one; only the names in it are skills. */
const tellsOfDoing =
  /^(?:(?:此|其|该|这|本|它|自身|自己|所|各|某|相应)(?=\p{Script=Han})|(?:根据|进行|完成|实现|提升|提高|编写|撰写(?!文)|阅读|解决|结合|用于|用来|通过|保证|确保|遵循|坚持|关注|喜欢|追求|愿意|独立|快速|积极|主动|擅于|乐于|自学|利用|搭建|从事|负责|理解|处理|构建|集成|封装|满足|符合|适应|胜任|注重|持续|合理|灵活|按照|针对|为了?|把|将|让|使得?|在|从|以(?!太|及)|由(?!此)|会|做过?|曾|已|正在|多次|常见的|常用的|简单的|基本的|各类|各种|多种|主流|一些|部分|相关)(?=.{3}))/u;

/** The tool of an item that goes on in Chinese, where a sentence tells of it ("熟悉", "掌握" before it). */
function toolBefore(item: Piece, isOfSentence: boolean): Piece | null {
  const tail = hasHan(item.text) ? usageTail.exec(item.text) : null;
  const name = tail && tail.index > 0 ? subPiece(item, 0, tail.index) : null;
  const isTool = name !== null && !hasHan(name.text) && canonicalSkill(name.text) !== null;
  if (isTool && /的|系统|脚本/.test(tail?.[0] ?? "")) return name;
  if (isTool && isOfSentence && /(?:部署|搭建|编写|配置|操作|维护|使用|应用)$/.test(tail?.[0] ?? "")) return name;
  const kind = /^([A-Za-z][\w+#./ -]{0,24}?)\s?(\p{Script=Han}{2,8})$/u.exec(item.text);
  const isKnown = kind?.[1] !== undefined && canonicalSkill(kind[1]) !== null && kindBehind.test(kind[2] ?? "");
  const isNamed =
    canonicalSkill(item.text) !== null &&
    !(isOfSentence && /(?:数据库|框架|库|版本控制|版本管理|(?<=[A-Za-z+#]{3}\s?)语言)$/.test(item.text));
  const isUse =
    isOfSentence && kind?.[1] !== undefined && canonicalSkill(kind[1]) !== null && !ownTail.test(kind[2] ?? "");
  return (isKnown || (isUse && /\s/.test(item.text))) && !isNamed ? subPiece(item, 0, kind?.[1]?.length) : null;
}

/** "SQL优化", "Web自动化" are skills of their own. */
const ownTail = /^(?:优化|调优|编程|自动化|测试|安全|逆向|分析|建模|网络编程|性能优化|性能调优)$/;

/** "React 框架源码", "Scrapy 爬虫库", "Redis 数据库": what a tool is or has, behind its name. */
const kindBehind =
  /^(?:的|新|基本|基础|常用|核心|常见|底层|编程|开发|数据库|框架|模板|爬虫|接口|语言|容器|缓存|消息|脚本|标准|通信|网络|集合|并发)*(?:数据库|框架|源码|语法|基础|知识|库|语言|特性|办公软件|抓包|抓包分析|移植|绘图|制图|排版|接口|封装|服务器|协议|命令|指令|引擎|容器|中间件|缓存|脚本|环境|组件|插件|原理|机制|生态|工具|软件|模型|集群|队列|多态|规范|思想|函数|技术栈|全家桶|版本控制|版本管理|代码管理)$/;

/** "MySQL数据库的开发", "Redis的配置", "Linux系统", "Shell脚本编写": what is done with a tool, behind its name. */
const usageTail =
  /\s?(?:数据库|操作系统|系统|服务器|脚本|语言|框架|环境|命令|工具|软件)?(?:的)?(?:基本|常用|日常|相关|简单)?(?:开发|编写|编程|配置|使用|应用|优化|调优|操作|管理|部署|搭建|维护|原理|特性|语法|命令|机制|知识|应用|基础)?(?:(?<=编写|开发|搭建)(?:组件|页面|接口|界面|代码|程序))?$/;

const genericTail = /(?:使用|操作|应用|基础|经验|开发|编程|语言|框架|技术|工具|软件|数据库|相关|知识|等)$/;

function stripWords(whole: Piece): Piece | null {
  const stop = /(?<![.。；;])[.。；;]+$/.exec(whole.text);
  const piece = stop ? (subPiece(whole, 0, stop.index) ?? whole) : whole;
  const lead = leadWords.exec(piece.text)?.[0].length ?? 0;
  const rest = lead > 0 && lead < piece.text.length ? subPiece(piece, lead) : piece;
  const end = rest ? (tailWords.exec(rest.text)?.[0] ?? "") : "";
  // 无菌操作 is a skill by its whole name, 办公软件操作 by its first part.
  const isWhole =
    /^(?:操作|使用)$/.test(end) &&
    /^\p{Script=Han}{2,4}$/u.test(rest?.text.slice(0, -2) ?? "") &&
    (rest?.text.length ?? 0) < 6;
  const tail = isWhole ? 0 : end.length;
  return rest && tail > 0 && tail < rest.text.length ? subPiece(rest, 0, rest.text.length - tail) : rest;
}

export const categoryWord =
  /^(?:programming(?: languages?)?|languages?|frameworks?|libraries|databases?|tools?|technologies|platforms?|cloud(?: platforms?| computing| services)?|devops|front-?end|back-?end|web|mobile|operating systems?|os|software|hardware|others?|soft skills|hard skills|technical|methodologies|design|testing|version control|ides?|concepts|data|analytics|security|networking|scripting|markup|skills|编程语言|编程|语言|开发语言|框架|数据库|工具|开发工具|平台|操作系统|前端|后端|云计算|大数据|中间件|其他|技能|专业技能|办公软件|软件|英语|运维|测试|服务器|设计|算法|移动端|系统|开发)$/i;

/** A line that names the group of the lists below it: "PROGRAMMING", "Over 5000 lines:", 云计算. */
function isCategory(line: TextLine, lines: TextLine[], index: number): boolean {
  if (/[,，、;；|•·\t]/.test(line.text.slice(line.contentStart - line.start))) return false;
  if (/[:：]$/.test(line.text))
    return (
      !canonicalSkill(line.text.replace(/[:：]$/, "")) || categoryWord.test(line.text.replace(/(?<!\s)\s*[:：]$/, ""))
    );
  const name = line.text.slice(line.contentStart - line.start).trim();
  if (!categoryWord.test(name) && headingKind(name) === null) return false;
  const lists = lines.filter((other) => /[,，、;；|•·\t]/.test(other.text.slice(1))).length;
  return (
    lists >= 3 ||
    lists * 2 >= lines.length ||
    (categoryWord.test(name) && (line.isAfterGap || lines[index + 1]?.isBullet === true) && !line.isBullet)
  );
}

/** Lines of which the second goes on with an item of the first: behind a bullet, or where the first is full. */
function joinLines(text: string, lines: TextLine[], all: TextLine[]): TextLine[] {
  const joined: TextLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    if (before && goesOn(before, line, all)) {
      joined[joined.length - 1] = {
        ...before,
        end: line.end,
        right: line.right,
        text: text.slice(before.start, line.end),
      };
    } else joined.push(line);
  }
  return joined;
}

function goesOn(before: TextLine, line: TextLine, all: TextLine[]): boolean {
  if (line.isBullet || line.isAfterGap || before.right === null || line.right === null) return false;
  if (categoryWord.test(/^\p{L}+(?=\s)/u.exec(line.text)?.[0] ?? "")) return false;
  if (/[,，、;；|｜•.。:：]$/.test(before.text) || /^\d|^[^:：,，、]{1,20}[:：]/.test(line.text)) return false;
  if (Math.abs((before.height ?? 0) - (line.height ?? 0)) > 0.5) return false;
  if (!before.isBullet && !/[,，、;；].*[,，、;；]/.test(before.text)) return false;
  const column = all.filter((other) => Math.abs((other.x ?? 0) - (before.x ?? 0)) < 25 && !other.text.includes("\t"));
  const edge = Math.max(...column.map((other) => other.right ?? 0));
  const separators = /[,，、;；|｜•:：]|\s{2,}|\t/;
  const parts = [before.text.split(separators).at(-1) ?? "", line.text.split(separators)[0] ?? ""].map((part) =>
    part.replace(/[^\p{L}\p{N}+#.]+$/u, ""),
  );
  if (parts.every((part) => canonicalSkill(part.trim())) && !canonicalSkill(parts.join(" ").trim())) return false;
  const word = /^(?:\p{Script=Han}|[^\s,，、]+)/u.exec(line.text)?.[0] ?? "";
  const size = before.height ?? 10;
  const room = hasHan(word) ? size : word.length * size * 0.45;
  return before.right + room > edge - size * 0.3;
}

/** "Project ↵ management", "Travis ↵ CI": an item broken over two lines. */
function joinWrapped(text: string, items: (Piece & Partial<Item>)[]): Piece[] {
  const joined: (Piece & Partial<Item>)[] = [];
  for (const item of items) {
    const before = joined.at(-1);
    const between = before ? text.slice(before.end, item.start) : "";
    if (before?.endsLine && item.startsLine && /^[^\S\n]*\n[^\S\n]*$/.test(between) && continues(before, item)) {
      joined[joined.length - 1] = {
        text: text.slice(before.start, item.end),
        start: before.start,
        end: item.end,
        startsLine: before.startsLine ?? false,
        endsLine: item.endsLine ?? false,
      };
    } else {
      joined.push(item);
    }
  }
  return joined;
}

function continues(before: Piece, item: Piece): boolean {
  if (canonicalSkill(`${before.text} ${item.text}`)) return true;
  return /^\p{Ll}/u.test(item.text) && !canonicalSkill(item.text);
}

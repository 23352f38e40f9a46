import type { TextSpan } from "../../profile";
import { findDegrees } from "../dictionaries/degrees";
import { isPlace, isRegionOrCountry, isTownInState } from "../dictionaries/places";
import { findSchool, isKnownSchool } from "../dictionaries/schools";
import { hasHan } from "../fold";
import { cutPiece, type Piece, splitPiece, tidyPiece, withoutSpans } from "../piece";
import type { EntryLine } from "./entry-lines";

/**
 * The field of study on an education line: behind "in" or "of" of the degree, glued to a Chinese degree, or a
 * cell of its own. `isWanted` lets a line without school or degree be a major by itself.
 */
export function findMajor(
  text: string,
  line: EntryLine,
  school: Piece | null,
  degree: TextSpan | null,
  isWanted: boolean,
): Piece | null {
  if (degree) {
    const joined = majorJoined(text, degree, line, school);
    if (joined) return joined;
    const behind = majorBehind(text, degree, line, school);
    if (behind) return behind;
  }
  const stated =
    /(?:主修|(?:pg ?dip|pg ?cert|postgraduate (?:diploma|certificate)|graduate (?:diploma|certificate)) in|专业[:：为]\s*|majoring in|攻读(?=\p{Script=Han}{2,14}(?:专业|$))|[Ss]tudied\s+(?=\p{Lu})|(?:double )?major(?:s|ed)? in|(?<!\p{L})degree in|major:|majors?:|concentration:|field of study:)\s*([^,，;；|\t()（）]+?)(?=\s+at\s+\p{Lu}|[,，;；|\t()（）]|$)/iu.exec(
      maskedDates(text, line),
    );
  if (stated?.[1]) {
    const start = line.contentStart + stated.index + stated[0].length - stated[1].length;
    const piece = cutPiece(text, start, start + stated[1].length);
    if (piece && !findDegrees(piece.text).length) return withoutSuffix(text, piece);
  }
  // "高等智能学院（人工智能专业）".
  const ofFaculty = /(?:学院|系|学部)\s?[(（](\p{Script=Han}{2,16})专业[)）]/u.exec(
    text.slice(line.contentStart, line.end),
  );
  if (ofFaculty?.[1]) {
    const start = line.contentStart + ofFaculty.index + ofFaculty[0].indexOf(ofFaculty[1]);
    return cutPiece(text, start, start + ofFaculty[1].length);
  }
  const before =
    /(?:^|[.,;|\t(]\s{0,9})((?:\p{Lu}[\p{L}&-]*|and|of)(?: (?:\p{Lu}[\p{L}&-]*|and|of)){0,4}) major\b/iu.exec(
      text.slice(line.contentStart, line.end),
    );
  if (before?.[1] && isMajorCell(before[1], true) && isTitled(before[1])) {
    const start = line.contentStart + before.index + before[0].indexOf(before[1]);
    return cutPiece(text, start, start + before[1].length);
  }
  const cells = freeCells(text, line, school, degree);
  const isAlone = !school && !degree;
  if (isAlone && (!isWanted || line.isBullet || line.isProse || cells.length > 2)) return null;
  const candidates = cells.filter((cell) => isMajorCell(cell.text, true) && (!isAlone || isTitled(cell.text)));
  const candidate = candidates.find(({ text: field }) => !/^[理工文法医农哲]学$/.test(field)) ?? candidates[0];
  return candidate ? withoutSuffix(text, candidate) : null;
}

/** "临床医学学士", "软件工程本科": in Chinese the field stands before the degree with nothing between. */
function majorJoined(text: string, degree: TextSpan, line: EntryLine, school: Piece | null): Piece | null {
  const from = Math.max(line.contentStart, school && school.end <= degree.start ? school.end : line.contentStart);
  const whole = /[\p{Script=Han}()（）]{2,24}$/u.exec(text.slice(from, degree.start))?.[0] ?? "";
  // "软件学院软件工程系软件工程硕士".
  const faculty =
    /^\p{Script=Han}{1,12}?(?:学院|学部)(?:\p{Script=Han}{2,10}?系)?(?=\p{Script=Han}{2})/u.exec(whole)?.[0] ?? "";
  const before = faculty !== "" && !isKnownSchool(faculty) ? whole.slice(faculty.length) : whole.slice(-16);
  // 医学学士 is a degree of its own; behind 临床 its first word belongs to the field.
  const branch = /^\p{Script=Han}{1,3}学(?=学士$)/u.exec(text.slice(degree.start, degree.end))?.[0] ?? "";
  const isWhole = fieldOfStudy.test(before) && !(branch !== "" && before.length <= 2);
  const field = isWhole ? before : before + branch;
  if (before === "" || notMajor.test(before) || academicBranch.test(before) || !fieldOfStudy.test(field)) return null;
  if (findSchool(before) || /[(（]$/.test(before)) return null;
  const piece = cutPiece(text, degree.start - before.length, degree.start + (isWhole ? 0 : branch.length));
  const tidy = piece && tidyPiece(piece);
  return tidy && isMajorCell(tidy.text, true) ? withoutSuffix(text, tidy) : null;
}

/** 工学硕士 and 专业硕士 name a kind of degree, no field. */
const academicBranch =
  /^(?:理|工|文|法|医|农|哲|管理|经济|艺术|教育|历史|军事|交叉)学$|^(?:工程|研究)$|专业$|^(?:全日制|非全日制|在职|统招|学术型?|专业型?|双|第[一二])/;

function majorBehind(text: string, degree: TextSpan, line: EntryLine, school: Piece | null): Piece | null {
  const end = Math.min(
    line.end,
    ...line.ranges.map((range) => range.span.start).filter((start) => start >= degree.end),
    school && school.start >= degree.end ? school.start : line.end,
  );
  const rest = text.slice(degree.end, end);
  // Of "Associate of Applied Business in" the field stands on the next line.
  if (/\sin\s*$/i.test(rest)) return null;
  const bracketed = /^\.?\s*[(（]([^()（）]{3,60})[)）]/.exec(rest);
  if (
    bracketed?.[1] &&
    isMajorCell(bracketed[1], true) &&
    isTitled(bracketed[1].split(/(?<!\s)\s*[;；]\s*/)[0] ?? "")
  ) {
    const start = degree.end + bracketed[0].indexOf(bracketed[1]);
    return cutPiece(text, start, start + bracketed[1].length);
  }
  const name = text.slice(degree.start, degree.end);
  const link =
    /^\s*(?:\([^)]{1,14}\)\s*)?(?:degree|student|candidate|studies)?\s*(?:(?:in|of|with (?:a )?(?:major|concentration|specialization|focus) in|majoring in|(?:double )?majors? in|major:?|-|–|—|:|：|,|，|，(?=\p{Script=Han}))(?:\s+|(?<=，))(?:the\s+|(?:double )?majors? in\s+)?)?/iu.exec(
      rest,
    )?.[0] ?? "";
  const isGeneric = /(?:of|in)$/i.test(name.trim());
  const hasLink = /\b(?:in|of|major|with)\b/i.test(link) || isGeneric;
  const isNamed = /\b(?:in|major)\b/i.test(link);
  const isHan = hasHan(name) || hasHan(rest);
  if (!hasLink && !isHan && /^\s*(?:[|\t(（·•]|$)/.test(rest.slice(link.length))) return generalField(text, degree);
  const stop =
    /[,，;；|｜\t(（)·•]|\s[-–—]\s|\s{2,}|\bwith\b|\bminor|\bfrom\b|\bat\b|\bGPA\b|\bgrade|\bconc\.|\bfocus|(?<=\p{Script=Han})\s|预计|辅修/iu;
  const body = rest.slice(link.length);
  const length = stop.exec(body)?.index ?? body.length;
  // "Associate of Applied Business in New Media".
  const lead = isGeneric ? (/^[\p{L} ]{4,30}\sin\s+(?=\p{Lu})/u.exec(body.slice(0, length))?.[0].length ?? 0) : 0;
  const piece = cutPiece(text, degree.end + link.length + lead, degree.end + link.length + length);
  const tidy = piece && tidyPiece(piece);
  const ofField = generalField(text, degree);
  if (!tidy || !(isMajorCell(tidy.text, true) || (isNamed && isTitled(tidy.text) && !notMajor.test(tidy.text))))
    return ofField;
  if (/^(?:honou?rs|hons|first class|summa|magna|cum laude|distinction)/i.test(tidy.text)) return ofField;
  return withoutSuffix(text, tidy);
}

/** "Bachelor of Business Administration": the degree's own name says the field. */
function generalField(text: string, degree: TextSpan): Piece | null {
  const match =
    /\b(?:of|in)\s+((?:business administration|computer applications?|computer science|public health|public administration|architecture|social work|nursing|education|fine arts|music|laws?|commerce|finance|accountancy|accounting)[\p{L} ]*)$/iu.exec(
      text.slice(degree.start, degree.end),
    );
  if (!match?.[1]) return null;
  // "Bachelor of Computer Science" before "and Technology".
  const more = /^\s+and\s+\p{Lu}\p{Ll}+/u.exec(text.slice(degree.end))?.[0].length ?? 0;
  return cutPiece(text, degree.end - match[1].length, degree.end + more);
}

function freeCells(text: string, line: EntryLine, school: Piece | null, degree: TextSpan | null): Piece[] {
  const taken: TextSpan[] = [...(school ? [school] : []), ...(degree ? [degree] : [])];
  return line.rest
    .flatMap((piece) =>
      withoutSpans(
        text,
        piece,
        taken.filter((span) => span.start < piece.end && span.end > piece.start),
      ),
    )
    .flatMap((piece) => splitPiece(piece, /[\t|｜]+/g).filter((cell) => !isNamedPlace(cell.text)))
    .flatMap((piece) =>
      splitPiece(
        piece,
        /[\t|｜·•,，;；/]+|\s+[-–—]\s+|(?<=\p{Script=Han})[-–—](?=\p{Script=Han})|\s{2,}|(?<=\p{Script=Han}|[)）])\s+|[(（][^()（）]*[)）]/gu,
      ),
    )
    .flatMap((piece) => tidyPiece(piece) ?? []);
}

/** The line's text with its dates blanked. */
function maskedDates(text: string, { contentStart, end, ranges }: EntryLine): string {
  let masked = text.slice(contentStart, end);
  for (const { span } of ranges) {
    const from = Math.max(0, span.start - contentStart);
    const to = Math.max(from, Math.min(masked.length, span.end - contentStart));
    masked = `${masked.slice(0, from)}${"\t".repeat(to - from)}${masked.slice(to)}`;
  }
  return masked;
}

/** "Riverton, UK": nobody's field, though the town be unknown. */
function isNamedPlace(text: string): boolean {
  const tokens = text.split(/(?<!\s)\s*,\s*/);
  if (isTownInState(text)) return true;
  return tokens.length > 1 && tokens.length <= 3 && isRegionOrCountry(tokens.at(-1) ?? "") && !fieldOfStudy.test(text);
}

const notMajor =
  /^(?:\d|加权|就读|毕业于|gpa|cgpa|grade|score|rank|top|honou?rs|first class|second class|upper|distinction|cum laude|magna|summa|dean|scholarship|expected|present|graduated?|degree|minor|thesis|with|and|full[- ]?time|part[- ]?time|exchange|campus|学分|绩点|排名|前|统招|全日制|非全日制|在读|学位|学历|阶段|期间|本科|硕士|博士|大专|毕业|专业前|平均|均分|成绩|地址|邮箱|电话|籍贯|其[他它]|奖项|荣誉|大[一二三四](?!\p{Script=Han}*学$)|研[一二三](?!\p{Script=Han}*学$)|pursuing|报考|工作|任职|在职|脱产|保送|推免|985|211|双一流|校级|奖学金|主修|辅修|求职|应聘|期望|意向|英语(?:[四六]级|水平|等级|CET)|四级|六级|语言|description|city|institution|coursework|courses|relevant|page|院校|学位)/iu;

/** 商学院, 信息科学与工程学院: by its name a part of a university, and no field. */
export function isFacultyName(name: string): boolean {
  const field = /^(\p{Script=Han}{1,14})(?:学院|学部|书院)$/u.exec(name)?.[1];
  if (!field || isKnownSchool(name) || ownCollege.test(name)) return false;
  return isFieldOfStudy(field) || /^(?:商|文|法|理|工|医|农|外语|外国语|马克思主义)$/.test(field);
}

/** 某某大学应用技术学院 is a college by itself, no faculty. */
export const ownCollege = /^(?:科技|科学|技术|工程|应用|现代|文理|理工|职业|继续教育|网络教育|成人教育)+学院$/;

/** With a word that fields of study have. */
export function isFieldOfStudy(text: string): boolean {
  return fieldOfStudy.test(text);
}

function isMajorCell(text: string, isLenient: boolean): boolean {
  if (
    text.length < 2 ||
    text.length > 70 ||
    notMajor.test(text) ||
    isFacultyName(text) ||
    /[@:：%。]|https?/.test(text) ||
    isPlace(text) ||
    findSchool(text)
  )
    return false;
  if (hasHan(text))
    return (
      text.length <= 24 &&
      (fieldOfStudy.test(text) ||
        (isLenient && /专业$/.test(text)) ||
        (isLenient && text.length <= 12 && !/[年月级班名省市区]$/.test(text)))
    );
  if (fieldOfStudy.test(text)) return text.split(/\s+/).length <= 9;
  return (
    isLenient &&
    /^\p{Lu}/u.test(text) &&
    /(?:ics|ism|ology|ogy|ing|ion|ment|ance|aphy|omy|istry|ture|sciences?|studies|arts|law|history|math|maths|relations|systems|design|administration|nutrition|literature)$/i.test(
      text,
    ) &&
    text.split(/\s+/).length <= 6
  );
}

const fieldOfStudy =
  /computer|software|engineering|science|economics|finance|accountan|accounting|business|marketing|mathemat|statistic|physics|chemistry|biology|psychology|sociology|philosophy|history|english|literature|liberal|linguistics|law\b|medicine|nursing|pharmacy|education|design|architecture|communication|journalism|management|administration|information|technology|electrical|electronic|mechanical|civil|chemical|aerospace|biomedical|data|artificial|political|international relations|human resource|supply chain|hospitality|art|music|media|film|theater|theatre|anthropology|geography|geology|environment|agricultur|nutrition|public health|social work|criminal justice|graphic|culinary|计算机|软件|工程|科学|技术|经济|金融|会计|财务|管理|工商|市场|营销|数学|统计|物理|化学|生物|心理|社会|哲学|历史|英语|日语|中文|汉语|文学|语言|法学|法律|医学|护理|药学|教育|设计|建筑|新闻|传播|传媒|信息|通信|电子|电气|机械|自动化|土木|材料|能源|环境|航空|车辆|人工智能|大数据|网络|安全|政治|国际|贸易|人力资源|物流|旅游|酒店|艺术|音乐|美术|动画|体育|农学|林学|园林|食品|纺织|服装|审计|税收|保险|行政|公共|电子商务|数字媒体|测绘|地质|采矿|石油|轨道|交通|海洋|气象|光电|微电子|集成电路|机器人|口腔|临床|中医|兽医|学$/i;

/** "Computer Science" but not "Finished machine programming": every longer word capitalised. */
function isTitled(text: string): boolean {
  return hasHan(text)
    ? text.length <= 16
    : text.split(/\s+/).length <= 5 &&
        /^(?:\p{Lu}\S*|of|and|&|in)(?:\s+(?:\p{Lu}\S*|of|and|&|in|for|with))*$/u.test(text);
}

/** 软件工程专业 → 软件工程; "PhD in Physics", where the degree stands before the school too. */
function withoutSuffix(text: string, given: Piece): Piece {
  // "Software Engineering (Second Bachelor's Degree)": the degree was taken out of the brackets.
  const open = /(?<!\s)\s*[(（][^()（）]*$/.exec(given.text);
  const whole = (open && open.index > 2 && cutPiece(text, given.start, given.start + open.index)) || given;
  const [degree] = hasHan(whole.text) ? [] : findDegrees(whole.text);
  const faculty = /^(?:Department|Dept\.?|Faculty) of (?:the )?(?=\p{Lu})/u.exec(whole.text)?.[0].length ?? 0;
  if (faculty > 0) return cutPiece(text, whole.start + faculty, whole.end) ?? whole;
  const link = degree?.start === 0 ? /^\s+(?:in|of)\s+|^(?<=\s(?:in|of))\s+/i.exec(whole.text.slice(degree.end)) : null;
  const lead =
    /^(?:攻读|主修|修读|学习)(?=\p{Script=Han}{2})|^\p{Script=Han}{1,10}(?:学院|系)(?=\p{Script=Han}{2,10}$)(?!统)|^级(?=\p{Script=Han}{2})|^(?:Studied|Studying|Majored in|Majoring in)\s+(?=\p{Lu})/u.exec(
      whole.text,
    );
  const named = (lead && cutPiece(text, whole.start + lead[0].length, whole.end)) ?? whole;
  const piece = (degree && link && cutPiece(text, whole.start + degree.end + link[0].length, whole.end)) ?? named;
  const match =
    /(?:专业|方向|系|学位|毕业|major|\.|(?<!\s)\s+and|(?<!\s)\s+(?:first|second)[ -]class(?: honou?rs)?|(?<!\s)\s+(?:with )?(?:distinction|honou?rs|merit)|(?<!\s)\s+[12][:.][12])$/i.exec(
      piece.text,
    );
  if (!match || piece.text.length - match[0].length < 2 || /关系$|体系$/.test(piece.text)) return piece;
  return cutPiece(text, piece.start, piece.end - match[0].length) ?? piece;
}

import type { ProjectEntry } from "../../profile";
import { readDate } from "../dates/date-ranges";
import { companyScore } from "../dictionaries/companies";
import { isPlace } from "../dictionaries/places";
import { titleScore } from "../dictionaries/titles";
import { hasHan } from "../fold";
import type { TextLine } from "../lines";
import { cutPiece, type Piece, readPiece } from "../piece";
import { canonicalSkill } from "../skills";
import { type Cell, headerCells } from "./cells";
import { type EntryLine, toEntryLines, withoutAddresses } from "./entry-lines";
import { labelsWithin } from "./labels";
import { type Entry, splitEntries } from "./split-entries";
import { entrySpan, readDescription } from "./work";

export function readProjects(text: string, lines: TextLine[]): ProjectEntry[] {
  const entryLines = toEntryLines(text, lines);
  return splitEntries(entryLines, {
    namesEntry: namesProject,
    opensUndated: namesProduct,
    listsNames: true,
    leadLabels: ["project"],
  }).flatMap((entry) => {
    const { name, role, company } = nameProject(text, entry);
    if (!name) return [];
    return [
      {
        name: readPiece(name, 0.85),
        role: readPiece(role, 0.8),
        company: readPiece(company, 0.85),
        responsibilities: readPiece(responsibilities(text, entry), 0.88),
        start: readDate(entry.range?.start ?? (entry.range && !entry.range.isRange ? entry.range.end : null)),
        end: readDate(entry.range?.end),
        description: readDescription(text, entry.body),
        span: entrySpan(entry),
      },
    ];
  });
}

function namesProject(line: EntryLine): boolean {
  if (line.isBullet) return /^[^:：]{2,40}[:：–—|-]/.test(line.text.slice(line.contentStart - line.start));
  const length = line.rest.reduce((sum, piece) => sum + withoutAddresses(piece.text).length, 0);
  return length <= (hasHan(line.text) ? 40 : 100) && line.isAfterGap;
}

/** "会议管理系统": a short line of its own that ends with a word for what was made. */
function namesProduct({ text, isBullet, isAfterGap, label }: EntryLine): boolean {
  const isShort = text.length >= 4 && text.length <= 24 && !/[，。；：,;:、]/.test(text);
  return (
    isShort && !isBullet && isAfterGap && !label && hasHan(text) && kindOfProduct.test(text) && !isCaption.test(text)
  );
}

/** What stands above a part of a project's text. */
const isCaption =
  /^(?:项目|技术|主要|所用|相关|功能|核心|个人|业务|系统)?(?:模块|框架|工具|软件|版本|应用|服务|组件|项目|系统)$/;

type Names = { name: Piece | null; role: Piece | null; company: Piece | null };

function nameProject(text: string, entry: Entry): Names {
  let company: Piece | null = null;
  let name: Piece | null = null;
  let role: Piece | null = null;
  for (const line of [...entry.header, ...entry.body.slice(0, 5)]) {
    for (const { kind, start, end } of labelsWithin(text, line)) {
      if (kind === "project") name ??= cutPiece(text, start, end);
      if (kind === "company") company ??= cutPiece(text, start, end);
      if (kind === "projectRole" || kind === "title") role ??= cutPiece(text, start, end);
    }
  }
  const cells = headerCells(entry.header.filter((line) => !line.label)).filter((cell) => !isNoise(cell.text));
  if (!name) {
    name =
      cells.find(
        (cell) =>
          (companyScore(cell.text) < 1.9 || kindOfProduct.test(cell.text)) &&
          !isRole(cell.text) &&
          !isPlace(cell.text) &&
          !(cells.length > 1 && isTechList(cell.text)),
      ) ??
      cells[0] ??
      null;
    const number = name
      ? /^(?:(?:项目|案例|作品)\s*(?:[一二三四五六七八九十]|\d{1,2})(?:\s*[：:、.．]|\s(?=\S))|[一二三四五六七八九][、．.])\s*(?=\S)/.exec(
          name.text,
        )
      : null;
    if (name && number) name = cutPiece(text, name.start + number[0].length, name.end) ?? name;
    const colon = name
      ? /^(?!https?:|personal project|个人项目|project)((?:(?!https?:)[^:：]){2,60})[:：]\s*\S/i.exec(name.text)
      : null;
    // "博客项目：美化网站": of what kind the project is, and which. "Model Study: DC-GAN and VAE" is a title with its second part.
    if (name && colon?.[1] && !/^\p{Script=Han}{1,4}项目$/u.test(colon[1]) && !isTitle(name.text))
      name = cutPiece(text, name.start, name.start + colon[1].length) ?? name;
    const leadRole = name ? /^(.{2,40}?)[,，]\s*(\S.*)$/u.exec(name.text) : null;
    if (name && leadRole?.[2] && isPlace(leadRole[2]))
      name = cutPiece(text, name.start, name.start + (leadRole[1]?.length ?? 0)) ?? name;
  }
  const below = name && titleScore(name.text) === 2 && !hasHan(name.text) ? nameBelow(entry) : null;
  if (below) {
    role ??= name;
    name = below;
  }
  const whole = name && wholeName(text, name, cells);
  name = whole && tidyName(text, whole);
  if (name) {
    const parts = cutRole(text, name);
    name = parts.name;
    role ??= parts.role;
    // "会说话的记事本, Objective-C, 个人项目.": what it was written in.
    const tools = name ? /^(.{2,60}?)[,，]\s?([^,，]{1,40})$/u.exec(name.text) : null;
    if (name && tools?.[1] && canonicalSkill(tools[2] ?? "") !== null)
      name = cutPiece(text, name.start, name.start + tools[1].length);
  }
  role ??= cells.find((cell: Cell) => cell.start !== name?.start && isRole(cell.text)) ?? null;
  company ??= cells.find((cell: Cell) => cell.start !== name?.start && companyScore(cell.text) >= 2.5) ?? null;
  return { name, role, company };
}

/** Both sides of a colon in the capitals of an English title. */
function isTitle(text: string): boolean {
  const parts = text.split(/:\s+/);
  const isCapital = (part: string) => {
    const words = part.split(/\s+/).filter((word) => word.length > 3 && /\p{L}/u.test(word));
    return words.length > 1 && words.every((word) => /^[^\p{L}]*\p{Lu}/u.test(word));
  };
  return parts.length === 2 && text.length <= 110 && !hasHan(text) && !/[.;]$/.test(text) && parts.every(isCapital);
}

/** "Software Engineer ⇥ 2019" above "Dash Camera Platform": the role leads, as with the jobs. */
function nameBelow({ header, body }: Entry): Piece | null {
  const line = header[1] ?? body[0];
  const [cell] = line && !line.isBullet && !line.isProse && line.ranges.length === 0 ? headerCells([line]) : [];
  return cell && cell.text.length <= 60 && /^\p{Lu}[^.;!?]*$/u.test(cell.text) && !isRole(cell.text) ? cell : null;
}

/** "随手记 Android 端", "云仓 管理平台": a space within a Chinese name; what follows is no role and no list of tools. */
function wholeName(text: string, name: Piece, cells: Cell[]): Piece {
  if (!hasHan(name.text) && !/^\p{Lu}/u.test(name.text)) return name;
  let whole = name;
  let end = name.end;
  for (const cell of cells) {
    if (cell.start <= end || text.slice(end, cell.start) !== " ") continue;
    const isOther = isRole(cell.text) || titleScore(cell.text) >= 1.3 || isTechList(cell.text);
    if (isOther || (kindOfProduct.test(whole.text) && !hasHan(cell.text[0] ?? "") && whole.text.length > 3)) break;
    end = cell.end;
    const isProduct = kindOfProduct.test(cell.text) && hasHan(text.slice(name.end, end));
    // "开源算法 XXNet": the name proper behind what it is.
    const isProper = hasHan(name.text) && /^\p{Lu}[\w.-]+$/u.test(cell.text) && canonicalSkill(cell.text) === null;
    if (isProduct || isProper) whole = cutPiece(text, name.start, end) ?? whole;
  }
  return whole;
}

const kindOfProduct =
  /(?:端|系统|平台|APP|小程序|网站|官网|网页|站点|商城|项目|H5|插件|工具|引擎|框架|模块|组件库?|软件|程序|游戏|服务器?|版本?|博客|社区|后台|应用)(?:[（(][^()（）]*[)）])?(?:\s+v?\d[\d./v]*)?$/i;

/** Without "（源码：https://…）", ", 学院横向项目" and the full stop behind a Chinese name. */
function tidyName(text: string, name: Piece): Piece {
  const tail =
    /(?<!\s)\s+\d+\s*\+$|(?<!\s)\s+(?:访问|演示|展示|项目|查看|在线)链接$|(?<!\s)\s*[（(【[]?(?:(?:项目|演示|线上|体验|预览|访问|仓库|展示|在线)?(?:源码|地址|链接|网址|github|demo)\s*[:：]\s*|https?:\/\/)\S.*$|[,，]\s*(?:个人|团队|学院|学校|校级|国家级|省级|横向|纵向|课程|毕业|开源|企业|公司|实验室)\S{0,8}(?:项目|课题|设计)[.．。]?$|(?<=\p{Script=Han})[.．。]$/iu.exec(
      name.text,
    );
  const cut = tail && tail.index >= 2 ? cutPiece(text, name.start, name.start + tail.index) : null;
  return cut ?? name;
}

/** What stands behind "项目职责：", up to the next label. */
function responsibilities(text: string, { header, body }: Entry): Piece | null {
  const lines = [...header, ...body];
  const at = lines.findIndex((line) => dutyLabel.test(text.slice(line.contentStart, line.end)));
  const first = lines[at];
  if (!first) return null;
  const start = first.contentStart + (dutyLabel.exec(text.slice(first.contentStart, first.end))?.[0].length ?? 0);
  const next = lines.findIndex((line, index) => index > at && line.label !== null);
  const last = lines[(next < 0 ? lines.length : next) - 1] ?? first;
  return cutPiece(text, start, last.end);
}

const dutyLabel =
  /^[【[]?(?:项目职责|个人职责|我的职责|本人职责|责任描述|职责描述|工作职责|主要职责|职责|担任职责|负责内容|responsibilit(?:y|ies)|my responsibilities|duties)[】\]]?\s*[:：]\s*/i;

/** Stricter than for jobs: 平台开发 and 活动策划 name projects as often as roles. */
function isRole(text: string): boolean {
  if (companyScore(text) >= 2 || text.length > 40) return false;
  // "副队长、机械组组长；技术顾问".
  const parts = hasHan(text) ? text.split(/[、；;]/) : [];
  if (parts.length > 1 && parts.filter((part) => isRole(part)).length * 2 > parts.length) return true;
  if (hasHan(text))
    return (
      /(?:工程师|负责人|组长|队长|成员|队员|开发者|经理|助理|主力|主程|骨干|主管|总监|专员|实习生|参与者|维护者|作者|设计师|分析师|架构师|程序员|研究员|个人开发|独立开发|[前后]端开发|全栈开发|测试|leader|owner|maintainer)$/i.test(
        text,
      ) && text.length <= 16
    );
  return titleScore(text) >= 1.3;
}

/** "Cyclone 开发者, Maintainer": the role stands behind the name with nothing but a space between. */
function cutRole(text: string, name: Piece): { name: Piece; role: Piece | null } {
  const bracket = /(?<!\s)\s*[(（]([^()（）]+)[)）]$/.exec(name.text);
  if (bracket?.[1] && isRole(bracket[1])) {
    const before = cutPiece(text, name.start, name.start + bracket.index);
    const inside = cutPiece(text, name.end - 1 - bracket[1].length, name.end - 1);
    if (before && inside) return { name: before, role: inside };
  }
  for (const match of name.text.matchAll(/\s+/g)) {
    const tail = name.text.slice(match.index + match[0].length);
    const first = tail.split(/[,，]/)[0] ?? "";
    const isEnglishRole =
      /^(?:(?:lead|senior|junior|main|co)[- ])?(?:owner|maintainer|creator|developer|contributor|founder|coordinator|project manager|project lead(?:er)?|team lead(?:er)?|tech(?:nical)? lead)$/i;
    const isTail = hasHan(first) ? isRole(first) : isEnglishRole.test(first) || /^leader$/i.test(first);
    if (!isTail || tail === name.text) continue;
    const before = cutPiece(text, name.start, name.start + match.index);
    const behind = cutPiece(text, name.start + match.index, name.end);
    if (before && behind) return { name: before, role: behind };
  }
  return { name, role: null };
}

function isTechList(text: string): boolean {
  return text.replace(/(?<!\s)\s*[(（][^()（）]*[)）]$/, "").split(/[,，、/]/).length >= 3;
}

function isNoise(text: string): boolean {
  return (
    /^(?:https?:|www\.|github\.com|(?:项目|案例|作品)\s*(?:[一二三四五六七八九十]|\d{1,2})$|(?:个人|团队|实验室|课程|校园|公司|开源)项目|独立开发|(?:项目|演示|展示|访问|查看|在线|体验)?(?:链接|地址)$|(?:link|demo(?: link)?|source|code)(?![\p{L}\d])|\d+ ?\/ ?\d+$|page \d)/iu.test(
      text,
    ) || !/\p{L}/u.test(text)
  );
}

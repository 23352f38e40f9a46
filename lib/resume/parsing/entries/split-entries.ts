import type { DateRange } from "../dates/date-ranges";
import { hasHan } from "../fold";
import type { TextLine } from "../lines";
import { type EntryLine, withoutAddresses } from "./entry-lines";

/** One job or project: the lines that name it and the lines that tell about it. */
export type Entry = { header: EntryLine[]; body: EntryLine[]; range: DateRange | null };

type Options = {
  /** Whether a line reads as an entry's name or place rather than as its description. */
  namesEntry: (line: EntryLine) => boolean;
  /** Whether a plain line below these heads them on: the name that they lack. */
  completes?: (header: EntryLine[], line: EntryLine) => boolean;
  /** Whether a plain line of its own names an entry that has no dates, among others that have them. */
  opensUndated?: (line: EntryLine) => boolean;
  /** Whether entries may begin at numbered or outdented lines, as Chinese lists of projects do. */
  listsNames?: boolean;
  /** The label that begins an entry of a labelled list ("公司名称："). */
  leadLabels: string[];
};

/** Cuts a section into entries at its dates; where it has none, at labels or at lines that lead bullets. */
export function splitEntries(lines: EntryLine[], options: Options): Entry[] {
  const marked = markedStarts(lines, options);
  if (marked.length > 0) return cut(lines, marked, options);
  const counted = options.listsNames ? countedStarts(lines) : [];
  if (counted.length > 0) return cut(lines, counted, options);
  const anchors = findAnchors(lines, options);
  const isDatedBelow = anchors.length > 0 && anchors.every((index) => lines[index]?.isBullet);
  const headed = options.listsNames && isDatedBelow ? namesAboveBullets(lines) : [];
  if (headed.length > 1) return cut(lines, headed, options);
  const labelled = lines.flatMap((line, index) =>
    line.label && options.leadLabels.includes(line.label.kind) ? [index] : [],
  );
  if (labelled.length > 0 && labelled.length >= anchors.filter((index) => !lines[index]?.label).length) {
    return cut(lines, labelledStarts(lines, labelled), options);
  }
  if (anchors.length > 0) {
    const starts = entryStarts(lines, anchors, options);
    return cut(lines, [...starts, ...undatedAmong(lines, starts, anchors, options)], options);
  }
  return cut(lines, undatedStarts(lines, options), options);
}

/**
 * In Markdown each entry is headed; captions within it ("项目职责") are no entries. Not where a head stands above several
 * entries ("全职", an employer with two positions): each bears its date or has one below, or of projects none has.
 */
function markedStarts(lines: EntryLine[], options: Options): number[] {
  const isHead = (line: EntryLine) =>
    line.level !== undefined && !isCaption.test(line.text) && line.label?.kind !== "description";
  const top = Math.min(...lines.filter(isHead).map((line) => line.level ?? 9));
  const heads = lines.flatMap((line, index) => (isHead(line) && line.level === top ? [index] : []));
  if (heads.length < 2 || heads[0] !== 0 || heads.some((at, order) => heads[order + 1] === at + 1)) return [];
  const anchors = findAnchors(lines, options);
  const dates = heads.map(
    (at, order) => anchors.filter((anchor) => anchor >= at && anchor < (heads[order + 1] ?? lines.length)).length,
  );
  const isUndated = options.listsNames && anchors.length === 0 && lines.filter(isHead).length === heads.length;
  const isDated = dates.every((count) => count === 1) || heads.every((at) => anchors.includes(at));
  return isUndated || isDated ? heads : [];
}

const isCaption =
  /^(?:项目|工作|主要|个人|核心|技术|相关|所用|业务|功能|负责)?(?:描述|简介|介绍|详情|职责|背景|内容|成果|业绩|技术栈?|技能|工具|亮点|难点|模块|收获|总结|要点|贡献)\s?[:：]?$/;

function countedStarts(lines: EntryLine[]): number[] {
  const counted = lines.flatMap((line, index) => (isCounted(line) ? [index] : []));
  if (counted.length > 1 || counted[0] === 0) return counted;
  const numbered = numberedStarts(lines);
  if (numbered.length > 1) return numbered;
  const listed = lines.flatMap((line, index) =>
    /^[一二三四五六七八九][、．.]\s*[^，。；,;]{3,40}$/.test(line.text) ? [index] : [],
  );
  return listed.length > 1 && listed[0] === 0 ? listed : [];
}

/** "1. 仓库系统", "2. 点餐小程序": numbers in order, each above lines that bear none. */
function numberedStarts(lines: EntryLine[]): number[] {
  const numbered = lines.flatMap((line, index) => {
    const number = /^(\d{1,2})[.、)）]/.exec(line.text)?.[1];
    return number ? [{ index, number: Number(number), line }] : [];
  });
  const inOrder = numbered.every(({ index, number, line }, order) => {
    const isName = line.text.length <= 30 && !/[，。；：,;:]/.test(line.text) && hasHan(line.text);
    return number === order + 1 && isName && line.ranges.length === 0 && index + 1 !== numbered[order + 1]?.index;
  });
  return inOrder && numbered[0]?.index === 0 ? numbered.map(({ index }) => index) : [];
}

/** "项目一：数据中台", "项目 2、积分商城": a name that says which of them it is. */
export function isCounted(line: TextLine): boolean {
  return /^(?:项目|案例|作品)\s*(?:[一二三四五六七八九十]|\d{1,2})(?:\s*[：:、.．]\s*|\t|\s{2,})\S/.test(
    line.text.slice(Math.max(0, line.contentStart - line.start)),
  );
}

/** Lines whose date heads an entry. Periods count before single dates; bullets only where nothing else has dates. */
function findAnchors(lines: EntryLine[], { namesEntry }: Options): number[] {
  const dated = lines.flatMap((line, index) => (isDatedHeader(line) ? [index] : []));
  const plain = dated.filter((index) => !lines[index]?.isBullet);
  const chosen = plain.length > 0 ? plain : dated;
  const ranges = chosen.filter((index) => lines[index]?.ranges.some((range) => range.isRange));
  if (ranges.length === 0) return chosen;
  // "Paper accepted at NeurIPS 2022" tells about the job whose period stands on another bullet.
  const heads = (line: EntryLine | undefined) => !line?.isBullet || namesEntry(line);
  return chosen.filter(
    (index) =>
      ranges.includes(index) || isOnlyDate(lines[index]) || (isDateAtEdge(lines[index]) && heads(lines[index])),
  );
}

function isDatedHeader(line: EntryLine): boolean {
  // "(SRDS 2021).", the rest of a sentence.
  if (/^[(（][^()（）]*[)）][.。]$/.test(line.text) && !line.isAfterGap) return false;
  if (line.ranges.length === 0 || (line.label && line.label.kind !== "date" && !isLeadLabel(line))) return false;
  const restLength = line.rest.reduce((sum, piece) => sum + withoutAddresses(piece.text).length, 0);
  const leads = line.ranges[0]?.isRange === true && line.ranges[0].span.start === line.contentStart;
  // "作业调度 | Kubernetes, Argo, React ⇥ 2023.07 – 2024.06".
  const hasTools = line.ranges.at(-1)?.span.end === line.end && /\s[|｜]\s[^|｜]*,/.test(line.text);
  const isOfCells = leads && line.text.split("\t").length > 2;
  const isLong =
    restLength >
    (line.rest.some((piece) => hasHan(piece.text)) ? (isOfCells ? 90 : hasTools ? 110 : 50) : leads ? 160 : 110);
  const hasRange = line.ranges.some((range) => range.isRange);
  if (line.isBullet) return !isLong && !line.isProse && isDateAtEdge(line);
  return !isLong && (!line.isProse || (hasRange && isDateAtEdge(line)));
}

function isLeadLabel(line: EntryLine): boolean {
  return line.label !== null && ["company", "project", "school", "title"].includes(line.label.kind);
}

function isOnlyDate(line: EntryLine | undefined): boolean {
  return line !== undefined && line.ranges.length > 0 && line.rest.length === 0;
}

function isDateAtEdge(line: EntryLine | undefined): boolean {
  const range = line?.ranges[0];
  const last = line?.ranges.at(-1);
  if (!line || !range || !last) return false;
  const before = line.rest.some((piece) => piece.start < range.span.start);
  const after = line.rest.some((piece) => piece.end > last.span.end && /[\p{L}\p{N}]/u.test(piece.text));
  return !before || !after || line.text.includes("\t") || line.text.includes("|");
}

/** A labelled entry starts at its lead label, or at the dates just above it. */
function labelledStarts(lines: EntryLine[], labelled: number[]): number[] {
  return labelled.map((index, order) => {
    const floor = order === 0 ? -1 : (labelled[order - 1] ?? -1);
    let start = index;
    while (start - 1 > floor && isDateLine(lines[start - 1])) start -= 1;
    return start;
  });
}

function isDateLine(line: EntryLine | undefined): boolean {
  return line !== undefined && (line.label?.kind === "date" || (isOnlyDate(line) && !line.isBullet));
}

/** From each dated line up over the lines that belong to the same heading. */
function entryStarts(lines: EntryLine[], anchors: number[], { namesEntry }: Options): number[] {
  const first = anchors[0] ?? 0;
  const usual = countHeaderLines(lines, first);
  const hasUsualGap = (offset: number) => lines[first - offset]?.isAfterGap === true && offset < usual;
  const leadsWithBullet = anchors.every((anchor) => isBulletHead(lines, anchor));
  const starts: number[] = [];
  for (const [order, anchor] of anchors.entries()) {
    const floor = order === 0 ? -1 : (anchors[order - 1] ?? -1);
    if (leadsWithBullet) {
      starts.push(anchor - 1);
      continue;
    }
    let start = anchor;
    const reach = Math.max(usual, 2);
    while (start - 1 > floor && anchor - start < reach) {
      const above = lines[start - 1];
      const line = lines[start];
      if (!above || !line || above.isBullet || above.isProse || above.label?.kind === "description") break;
      const wanted = anchor - start < usual;
      const isUsualGap = wanted && hasUsualGap(anchor - start);
      if (line.isAfterGap && !isUsualGap && (!wanted || !namesEntry(above)) && !(order === 0 && wanted)) {
        if (!(namesEntry(above) && anchor === start && usual > 0)) break;
      }
      if (
        !wanted &&
        !(above.isAfterGap && namesEntry(above)) &&
        !(usual === 0 && start === anchor && above.isAfterGap && isOnlyDate(lines[anchor]))
      )
        break;
      if (isContinuation(lines, start - 1)) break;
      start -= 1;
    }
    starts.push(start);
  }
  return starts;
}

/** Entries without a date between dated ones: a named line after a gap that leads bullets. */
function undatedAmong(lines: EntryLine[], starts: number[], anchors: number[], options: Options): number[] {
  const opened = lines.flatMap((line, index) => (options.opensUndated?.(line) ? [index] : []));
  return [...undatedStarts(lines, options), ...opened].filter((index) => {
    const line = lines[index];
    const inHeader = starts.some((start, order) => {
      const anchor = anchors[order] ?? start;
      return index >= start && index <= anchor + 2 && !lines.slice(anchor + 1, index).some(({ isBullet }) => isBullet);
    });
    const leadsBullets = [1, 2].some((step) => lines[index + step]?.isBullet);
    return (
      line !== undefined &&
      !line.isBullet &&
      !inHeader &&
      line.isAfterGap &&
      !line.label &&
      (leadsBullets || options.opensUndated?.(line)) &&
      !/[:：.。]$/.test(line.text) &&
      options.namesEntry(line)
    );
  });
}

/** "• Acme ⇥ Leeds" above "Engineer ⇥ 2019 – 2021": the bullet sets off the whole entry. */
function isBulletHead(lines: EntryLine[], anchor: number): boolean {
  const [above, line] = [lines[anchor - 1], lines[anchor]];
  const isNew = anchor === 1 || above?.isAfterGap === true;
  return isNew && above?.isBullet === true && !above.isProse && above.ranges.length === 0 && line?.isBullet === false;
}

function countHeaderLines(lines: EntryLine[], first: number): number {
  let count = 0;
  while (count < first && count < 4) {
    const line = lines[first - 1 - count];
    if (!line || line.isBullet || line.isProse) break;
    count += 1;
  }
  return count;
}

/** The wrapped rest of a bullet: no gap above, and set in from the margin or going on in lower case. */
function isContinuation(lines: EntryLine[], index: number): boolean {
  const line = lines[index];
  const before = lines[index - 1];
  if (!line || !before || line.isAfterGap) return false;
  if (before.isBullet && line.x !== null && before.x !== null && line.x > before.x + 3) return true;
  const isRunning = before.isBullet || before.isProse;
  return (
    isRunning &&
    ((/^[\p{Ll}(（,，]/u.test(line.text) && !isLatinTitle.test(line.text)) ||
      (before.isProse && line.x !== null && line.x === before.x && !/[.。;；!:：]$/.test(before.text)))
  );
}

/** "openGL工程师": a name that begins with a tool's. */
const isLatinTitle = /^\p{Ll}[\p{L}\d.+#-]{1,16}\s?\p{Script=Han}[^，。；]{1,40}$/u;

/** No dates at all: an entry begins after a gap, or at a plain line that leads bullets. */
function undatedStarts(lines: EntryLine[], { namesEntry, listsNames }: Options): number[] {
  const listed = listsNames ? listedStarts(lines) : [];
  if (listed.length > 0) return listed;
  const isUndated = lines.every(({ ranges }) => ranges.length === 0);
  const labelled = listsNames && isUndated ? labelledHeads(lines) : [];
  if (labelled.length > 1) return labelled;
  const headed = listsNames ? paragraphHeads(lines) : [];
  if (headed.length > 1) return headed;
  const explained = listsNames && isUndated ? explainedNames(lines) : [];
  if (explained.length > 0) return explained;
  const plain = lines.flatMap((line, index) => {
    const isCountedBehind = listsNames === true && countBehind.test(line.text);
    if (line.isBullet || line.isProse || line.label?.kind === "description") return [];
    if (isContinuation(lines, index) && !isCountedBehind) return [];
    if (isContact(line.text)) return [];
    const before = lines[index - 1];
    const next = lines[index + 1];
    // Of a paragraph that wraps, the next line goes on in lower case.
    const goesOn = next !== undefined && /^\p{Ll}/u.test(next.text) && !isContact(next.text);
    const wraps = goesOn && !next.isBullet && !next.isAfterGap;
    const leads = next?.isBullet === true || (next?.isProse === true && !wraps);
    const isNew = !before || line.isAfterGap || before.isBullet || before.isProse || isCountedBehind;
    if (!isNew || (wraps && !isCountedBehind) || !(leads || isCountedBehind || namesEntry(line))) return [];
    // "• Registered Nurse" above "City Hospital": the first of both bears the bullet.
    const opens = before?.isBullet && (index === 1 || before.isAfterGap) && !line.isAfterGap && !before.isProse;
    return [opens && !listsNames && namesEntry(before) && before.text.length <= 60 ? index - 1 : index];
  });
  const opens = listsNames && plain[0] !== 0 && isUndated && namesFirst(lines);
  const isFirstLike = plain.length > 1 && plain.every((index) => lines[index]?.isAfterGap) && opensLike(lines, plain);
  if (plain.length > 0) return opens || (listsNames && plain[0] !== 0 && isFirstLike) ? [0, ...plain] : plain;
  if (labelled.length > 0) return labelled;
  // Names with nothing to tell of them are no entries.
  const isTold = lines.some(({ isProse, text }, index) => index > 0 && (isProse || text.length > 24));
  if (opens && isTold && !lines.some(({ isBullet }) => isBullet)) return [0];
  return lines.flatMap((line, index) => (line.isBullet && namesEntry(line) ? [index] : []));
}

/** "cargo - 维护者 ⇥ 260+ commits", "runs ⇥ stars 4.5k". */
const countBehind = /\t(?:stars?\s*[\d.]+k?|[\d.]+k?\s?\+?\s*(?:stars?|commits?))$/i;

/** The first line, right below the heading, is of cells as the others are that begin after a gap. */
function opensLike(lines: EntryLine[], plain: number[]): boolean {
  const [first] = lines;
  const cells = (line: EntryLine | undefined) => line?.text.split("\t").length ?? 0;
  const isPlain = first !== undefined && !first.isBullet && !first.isProse && !first.label;
  return isPlain && cells(first) > 1 && plain.every((index) => cells(lines[index]) === cells(first));
}

/** "E-Commerce Platform" right below the heading, with no gap to tell it from what follows. */
function namesFirst([line, next]: EntryLine[]): boolean {
  if (!line || !next || line.isBullet || line.isProse || line.label || isContact(line.text)) return false;
  const isTitle = hasHan(line.text) || /^(?:\p{Lu}|\d)[^.:;!?]*$/u.test(line.text);
  return line.text.length <= 60 && isTitle && !/[，。；：,;:]/.test(line.text) && !tellsOfWork.test(line.text);
}

/** Nothing but addresses on the net, e-mail addresses and numbers. */
const isContact = (text: string) => text.split(/\t|\s{2,}|\s[|·•]\s/).every((cell) => contact.test(cell.trim()));

const contact = /^(?:[^\s:]+:\/\/\S+|[^\s@]+@\S+|[+\d\s().-]{7,}|(?:[\w-]+\.)+(?:com|org|net|io|dev|cn)(?:\/\S*)?)$/i;

/** Names each above the same label: "商城系统" over "项目描述：…", "博客" over "项目描述：…". */
function labelledHeads(lines: EntryLine[]): number[] {
  const labelOf = (line: EntryLine | undefined) =>
    line?.label?.kind === "description" ? text(line).slice(0, line.label.valueStart - line.contentStart) : null;
  const text = (line: EntryLine) => line.text.slice(line.contentStart - line.start);
  const first = labelOf(lines[1]);
  if (!first) return [];
  const heads = lines.flatMap((line, index) => {
    const isName = !line.label && !line.isProse && line.text.length <= 40 && !/[，。；：:;]$/.test(line.text);
    return isName && labelOf(lines[index + 1]) === first && !/[：:]$/.test(lines[index - 1]?.text ?? "") ? [index] : [];
  });
  return heads[0] === 0 ? heads : [];
}

/** "birdcount: 数图片里的鸟", "hedge-atlas: (Python) 树篱地图": a name on each line, with what it is. */
function explainedNames(lines: EntryLine[]): number[] {
  const linked = lines.flatMap((line, index) =>
    /^[A-Za-z\d][\w.+-]{1,40}\s?(?:[(（][^()（）]{2,80}[)）]\s?)?[:：].{0,160}https?:\/\/|^[A-Za-z\d][\w.+-]{1,40}\s?[(（]https?:\/\/[^\s()（）]+[)）]\s?[:：]/.test(
      line.text.slice(line.contentStart - line.start),
    )
      ? [index]
      : [],
  );
  if (linked[0] === 0 && (linked.length > 1 || lines.length === 1)) return linked;
  const named = lines.flatMap((line, index) =>
    !line.label && !line.isBullet && /^[A-Za-z][\w.+-]{1,30}(?: [\w.+-]{1,20}){0,3}[:：]\s*[^\s/]/.test(line.text)
      ? [index]
      : [],
  );
  const told = lines.flatMap((line, index) =>
    !line.label && /^[^\s,，、;；:：。]{3,20}[:：]\s*[^\s/，]{6}/.test(line.text) && hasHan(line.text) ? [index] : [],
  );
  const products = told.filter((index) => productBefore.test(lines[index]?.text ?? ""));
  if (told[0] === 0 && told.length > 2 && told.length === lines.length && products.length * 2 > told.length)
    return told;
  return named[0] === 0 && named.length > 2 && named.length >= lines.filter(({ text }) => !isContact(text)).length * 0.6
    ? named
    : [];
}

const productBefore =
  /^[^:：]*(?:端|系统|平台|APP|小程序|网站|官网|商城|项目|工具|引擎|框架|插件|组件|游戏|应用|博客|社区)\s?[:：]/i;

/** Short Chinese names, each above the sentences that tell of it, with no gap, date or bullet to set them apart. */
function paragraphHeads(lines: EntryLine[]): number[] {
  if (lines.some(({ isBullet, ranges }) => isBullet || ranges.length > 0)) return [];
  const heads = lines.flatMap((line, index) => {
    const [before, next] = [lines[index - 1], lines[index + 1]];
    const isName =
      line.text.length >= 3 &&
      line.text.length <= 24 &&
      hasHan(line.text) &&
      !line.label &&
      !/[，。；,;:：、！!.]/.test(line.text) &&
      !tellsOfWork.test(line.text);
    const isNew = !before || line.isAfterGap || /[。；.;！!]$/.test(before.text) || before.text.length <= 24;
    return isName && isNew && next && next.text.length > line.text.length && !next.isAfterGap ? [index] : [];
  });
  return heads[0] === 0 ? heads.filter((at, order) => order === 0 || at - (heads[order - 1] ?? 0) > 1) : [];
}

/** What was done, or with what: a sentence without its stop. */
const tellsOfWork =
  /^(?:本人|我|该?项目|该|此|主要|负责|参与|使用|利用|采用|运用|基于.*(?:实现|开发|完成)|实现|开发|设计|完成|通过|搭建|编写|优化|协助|前端|后端|后台|服务端|是一|一[个款套]|用于|支持|技术|职责|描述|为(?!了))|(?:实现|开发|设计|完成|维护|优化)$/;

/** "1、微信点餐网页" above its text, or names further left than what tells about them. */
function listedStarts(lines: EntryLine[]): number[] {
  const all = lines.flatMap((line, index) => (line.isBullet ? [index] : []));
  // "★ 直播弹幕系统" above "· 单机十万连接": of two kinds of bullets the first one's leads the names.
  const marker = /^[^\p{L}\p{N}\s]/u.exec(lines[0]?.text ?? "")?.[0];
  const bullets = marker ? all.filter((index) => lines[index]?.text.startsWith(marker)) : all;
  const named = bullets.filter((index) => {
    const content = lines[index]?.text.slice((lines[index]?.contentStart ?? 0) - (lines[index]?.start ?? 0)) ?? "";
    const next = lines[index + 1];
    return hasHan(content) && content.length <= 24 && !/[，。；,;：:]/.test(content) && next?.isBullet === false;
  });
  if (named.length >= 2 && named.length === bullets.length && named[0] === 0) return named;
  if (bullets[0] === 0 && bullets.length >= 2 && bullets.every((index) => isTitleAbove(lines, index))) return bullets;
  if (all.length > 0) return [];
  const left = Math.min(...lines.map((line) => line.x ?? Number.NaN));
  const isOut = (line: EntryLine | undefined) => line !== undefined && line.x !== null && line.x < left + 2;
  const out = lines.flatMap((line, index) => (isOut(line) && !isOut(lines[index + 1]) ? [index] : []));
  const isList = out.length >= 2 && out[0] === 0 && out.length === lines.filter(isOut).length;
  return isList && out.every((index) => hasHan(lines[index]?.text ?? "") && !lines[index]?.isProse) ? out : [];
}

/** "VENDING MACHINE" above "• Description: …": plain lines that each lead bullets, one after the other. */
function namesAboveBullets(lines: EntryLine[]): number[] {
  const plain = lines.flatMap((line, index) => (line.isBullet ? [] : [index]));
  const isName = (index: number) => {
    const text = lines[index]?.text ?? "";
    return (
      text.length <= 60 &&
      !/[.。;；:：]$/.test(text) &&
      lines[index + 1]?.isBullet === true &&
      !lines[index]?.isProse &&
      !lines[index]?.label
    );
  };
  return plain.length > 1 && plain[0] === 0 && plain.every(isName) ? plain : [];
}

/** "● Scientific Calculator using Python" above "We have created …": a short title, and a sentence of its own below. */
function isTitleAbove(lines: EntryLine[], index: number): boolean {
  const [line, next] = [lines[index], lines[index + 1]];
  if (!line || !next || next.isBullet || hasHan(line.text)) return false;
  const title = line.text.slice(line.contentStart - line.start);
  return title.length <= 60 && /^\p{Lu}[^.:;!?]*$/u.test(title) && /^\p{Lu}\p{L}*(?:\s\S+){3}/u.test(next.text);
}

function cut(lines: EntryLine[], starts: number[], { namesEntry, completes }: Options): Entry[] {
  const unique = [...new Set(starts)].sort((a, b) => a - b);
  return unique.map((start, order) => {
    const own = lines.slice(start, unique[order + 1] ?? lines.length);
    const anchor = Math.max(
      own.findIndex((line) => line.ranges.length > 0),
      0,
    );
    let headerEnd = Math.min(anchor, 5) + 1;
    while (headerEnd < own.length && headerEnd < anchor + 4) {
      const line = own[headerEnd];
      if (!line || line.isBullet || line.isProse || line.label?.kind === "description") break;
      const isBelowDates = headerEnd === 1 && isOnlyDate(own[0]) && line.text.length <= 60 && !line.isAfterGap;
      const next = own[headerEnd + 1];
      const isLast =
        !next || next.isBullet || next.isAfterGap || next.text.length > Math.max(60, line.text.length + 20);
      const isMissing = isLast && !line.isAfterGap && completes?.(own.slice(0, headerEnd), line);
      if (!line.label && !isBelowDates && !isMissing && !namesEntry(line)) break;
      headerEnd += 1;
    }
    const header = own.slice(0, headerEnd);
    const range =
      header.flatMap((line) => line.ranges).find((found) => found.isRange) ??
      header.flatMap((line) => line.ranges)[0] ??
      null;
    return { header, body: own.slice(headerEnd), range };
  });
}

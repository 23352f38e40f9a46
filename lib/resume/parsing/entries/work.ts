import type { WorkEntry } from "../../profile";
import { readDate } from "../dates/date-ranges";
import { companyScore } from "../dictionaries/companies";
import { isKnownPlace, isPlace, isRegionOrCountry } from "../dictionaries/places";
import { titleScore } from "../dictionaries/titles";
import { hasHan } from "../fold";
import type { TextLine } from "../lines";
import { cutPiece, type Piece, read, readPiece, splitPiece, subPiece } from "../piece";
import { canonicalSkill } from "../skills";
import { sureOfCompany, sureOfTitle } from "../sure";
import { type Cell, commaParts, headerCells } from "./cells";
import { type EntryLine, toEntryLines, withoutLeader } from "./entry-lines";
import { readJobDetails } from "./job-details";
import { isDepartment, splitBrackets, splitGlued, splitIntern } from "./joined-names";
import { labelsWithin } from "./labels";
import { type Entry, splitEntries } from "./split-entries";

type Names = { company: Piece | null; title: Piece | null; department: Piece | null; location: Piece | null };
type EntryNames = Names & { isLabelled: boolean };
type Order = "title_first" | "company_first" | null;

export function readWork(text: string, lines: TextLine[], isInternshipSection: boolean): WorkEntry[] {
  const entries = splitEntries(toEntryLines(text, lines), {
    namesEntry,
    completes: namesWhatLacks,
    leadLabels: ["company"],
  });
  const order = usualOrder(entries);
  const isRunIn = entries.every((entry) => namesOf(entry).names.length <= 1);
  const result: WorkEntry[] = [];
  for (const entry of entries) {
    const names = nameEntry(text, entry, { order, isRunIn });
    const before = result.at(-1);
    if (!names.company && !names.title && !entry.range) continue;
    const isFollowUp = names.title !== null && names.company === null && before?.company && before.title;
    const { isLabelled } = names;
    const hasTitle = names.title !== null;
    const own = names.company && sureOfCompany(names.company.text, { isLabelled, hasTitle });
    const company = readPiece(names.company, own ?? 0) ?? (isFollowUp && entry.range ? before.company : null);
    const hasCompany = company !== null;
    if (!company && !names.title) continue;
    const details = readJobDetails(text, entry);
    result.push({
      ...details,
      company,
      title: readPiece(names.title, names.title ? sureOfTitle(names.title.text, { isLabelled, hasCompany }) : 0),
      department: readPiece(names.department, 0.8),
      location: readPiece(names.location, 0.85),
      isInternship:
        isInternshipSection ||
        details.employmentType?.value === "实习" ||
        /实习|\bintern(?:ship)?\b|\btrainee\b|\bco-op\b|\bplacement\b/i.test(names.title?.text ?? ""),
      start: readDate(entry.range?.start ?? (entry.range && !entry.range.isRange ? entry.range.end : null)),
      end: readDate(entry.range?.end),
      description: readDescription(text, entry.body),
      span: entrySpan(entry),
    });
  }
  return result;
}

export function namesEntry(line: EntryLine): boolean {
  const cells = headerCells([line]);
  if (cells.length === 0) return line.ranges.length > 0;
  if (withoutLeader(line.text).length >= 110) return false;
  // "Harbour Pest Control, Norcross — Sales": a long dash sets employer and title apart.
  if (line.isAfterGap && !line.isBullet && /\s[—―]|[—―]\s/.test(line.text) && /^\p{Lu}/u.test(line.text)) return true;
  if (cells.some((cell) => companyScore(cell.text) >= 1.5 || namesTitle(cell.text) || isPlace(cell.text))) return true;
  // "人事经理，合肥": the first of two or three names is clear.
  const [first] = cells;
  const isAlone = cells.length === 1 || (first !== undefined && hasHan(first.text) && !line.isBullet);
  const parts = first && isAlone && first.text.length <= 40 ? commaParts(first) : null;
  const [name] = parts?.names ?? [];
  return (
    name !== undefined && name.start === first?.start && (companyScore(name.text) >= 1.5 || titleScore(name.text) === 2)
  );
}

/** A title, and not what somebody did: "Lead frontend technical strategy" goes on in small letters. */
function namesTitle(text: string): boolean {
  return titleScore(text) >= 1.3 && !/^\p{Lu}\p{Ll}+(?:\s\p{Ll}{3,}){2}/u.test(text);
}

/**
 * "Inkwell & Sons" below a line that holds a title and nothing else that could be the employer; "Databases, Summer
 * Intern" below one that holds no title.
 */
function namesWhatLacks(header: EntryLine[], line: EntryLine): boolean {
  const names = headerCells(header).flatMap((cell) => commaParts(cell).names);
  const [first] = headerCells([line]);
  if (!first || line.ranges.length > 0 || line.text.length > 90 || !isEnglishName(first.text)) return false;
  const isTitle = ({ text }: Cell) => titleScore(text) >= 1.3;
  if (names.length === 1 && names.some(isTitle)) return true;
  // "Resource Officer – Risk Assessments" above "Department of Fisheries".
  const hasEmployer = names.some(({ text }) => companyScore(text) >= 1.5);
  if (names.length === 2 && names.some(isTitle) && !hasEmployer && companyScore(first.text) >= 1.5) return true;
  return names.length > 0 && !names.some(isTitle) && commaParts(first).names.some(({ text }) => titleScore(text) === 2);
}

/** "Rookery, Sweden", which alone could be a town in Sweden, where nothing else names the employer. */
function employerBeforeCountry(places: Piece[]): Piece | null {
  for (const place of places) {
    const [first, country] = splitPiece(place, /(?<!\s)\s*,\s*/g);
    if (first && country && !isKnownPlace(first.text) && isRegionOrCountry(country.text) && country.text.length > 3)
      return first;
  }
  return null;
}

/** Every longer word is capitalised. */
function isEnglishName(text: string): boolean {
  return /^(?:\p{Lu}|\d)[^.:;!?]*$/u.test(text) && !/(?:^|\s)\p{Ll}{4,}/u.test(text) && !hasHan(text);
}

/** Which of company and title comes first where both are clear; settles the entries where neither is. */
function usualOrder(entries: Entry[]): Order {
  let balance = 0;
  for (const entry of entries) {
    const cells = headerCells(entry.header).flatMap((cell) => commaParts(cell).names);
    const [first, second] = cells;
    if (!first || !second) continue;
    const lead =
      titleScore(first.text) - companyScore(first.text) - (titleScore(second.text) - companyScore(second.text));
    balance += Math.sign(lead);
  }
  return balance > 0 ? "title_first" : balance < 0 ? "company_first" : null;
}

/** What a heading's cells name, and the places among them. */
function namesOf(entry: Entry, lines = entry.header): { names: Cell[]; places: Piece[] } {
  const places: Piece[] = [];
  const names: Cell[] = [];
  for (const cell of headerCells(lines).flatMap(withoutNumber)) {
    if (isToolList(cell.text)) continue;
    const parts = commaParts(cell);
    places.push(...parts.places);
    names.push(...(isOneName(cell, parts.names) ? wholeName(cell, parts.names, parts.places) : parts.names));
  }
  return {
    names: names
      .filter((cell) => !isNoise(cell.text))
      .flatMap(splitBrackets)
      .flatMap(splitIntern),
    places,
  };
}

/** "一、海帆科技有限公司", "海帆科技, 技术中心, 工程师.": neither the number nor the stop is a part of the names. */
function withoutNumber(cell: Cell): Cell[] {
  if (!hasHan(cell.text)) return [cell];
  const lead = /^(?:[（(]?[一二三四五六七八九十]{1,2}(?:[)）]\s?|[、.．]\s?)|[（(]\d{1,2}[)）]\s?)(?=\S{2})/u.exec(
    cell.text,
  )?.[0].length;
  const end = /\p{Script=Han}\.$/u.test(cell.text) ? cell.text.length - 1 : cell.text.length;
  const piece = subPiece(cell, lead ?? 0, end);
  return piece ? [{ ...cell, ...piece }] : [];
}

/** "Tutor | Scala, Android": what it was done with. */
function isToolList(text: string): boolean {
  const items = text.split(/\s?[,，、/]\s?/);
  return items.length >= 2 && items.every((item) => canonicalSkill(item) !== null && companyScore(item) < 1.5);
}

/** `isRunIn`: no entry of the section sets employer and title apart. */
function nameEntry(text: string, entry: Entry, { order, isRunIn }: { order: Order; isRunIn: boolean }): EntryNames {
  const labelled = labelledNames(text, entry);
  const plain = entry.header.filter((line) => !line.label && labelsWithin(text, line).length === 0);
  const { names, places } = namesOf(entry, plain);
  const lone = names.filter((cell) => !isDepartment(cell.text));
  const isGlued = (cell: Cell) => !labelled.company && lone.length === 1 && cell === lone[0];
  const assigned = assign(
    names.flatMap((cell) => (isGlued(cell) ? splitGlued(cell, isRunIn) : [cell])),
    order,
  );
  const company = withoutKind(labelled.company ?? assigned.company);
  const hidden = !company && assigned.title ? employerBeforeCountry(places) : null;
  return {
    company: company ?? hidden,
    title: labelled.title ?? withoutEmployer(assigned.title, company ?? hidden) ?? (company ? titleBelow(entry) : null),
    department: labelled.department ?? assigned.department,
    location: labelled.location ?? places[0] ?? null,
    isLabelled: labelled.company !== null && labelled.title !== null,
  };
}

/** "Planner at Corvid Forge" above "Corvid Forge Ltd.": the employer is said twice. */
function withoutEmployer(title: Piece | null, company: Piece | null): Piece | null {
  const link = title && /\s(?:at|with|for)(?:\sthe)?\s(?=\p{Lu})/u.exec(title.text);
  const name = link && title.text.slice(link.index + link[0].length);
  const isSame = name && company && (name.startsWith(company.text.slice(0, 14)) || company.text.startsWith(name));
  return title && link && isSame && company.text.length > 3 ? subPiece(title, 0, link.index) : title;
}

/** "• 研发部 | 前端工程师" right below the employer: a bullet that holds a title and nothing that was done. */
function titleBelow({ body: [line] }: Entry): Piece | null {
  if (!line?.isBullet || line.isProse || line.label || line.ranges.length > 0 || line.text.length > 40) return null;
  const cells = headerCells([line]);
  if (cells.some(({ text }) => titleScore(text) < 1.3 && !isDepartment(text)) || isDoing.test(line.text)) return null;
  return cells.find(({ text }) => namesTitle(text)) ?? null;
}

/** "某某电子有限公司（上市公司）": a remark on the firm is no part of its name. */
function withoutKind(named: Piece | null): Piece | null {
  // "任职海帆网，参与…".
  const lead = named
    ? (/^(?:曾|现)?(?:任职于?|就职于?|供职于|入职于?)(?=\p{Script=Han}{2})|^在\s+/u.exec(named.text)?.[0].length ?? 0)
    : 0;
  const company = named && lead > 0 ? subPiece(named, lead) : named;
  const remark =
    company &&
    /(?<!\s)\s*[(（](?:已?上市(?:公司)?|国企|央企|外企|民企|国有企业|合资|独资|外包[^()（）]{0,8}|驻[^()（）]{1,8}|外派[^()（）]{0,10}|全职|兼职|实习|世界\s?500\s?强|(?:天使|种子|pre-?)?\s?[A-F]?\+?\s?轮(?:融资)?|独角兽|初创(?:公司)?|\d[\d\s~-]*人(?:以上)?)[)）]$/.exec(
      company.text,
    );
  if (company && remark && remark.index > 1) return subPiece(company, 0, remark.index);
  // "海帆科技有限公司（杭州）": where it is.
  const town = company && /(?<=\p{Script=Han}{2})\s*[(（](\p{Script=Han}{2,6})[)）]$/u.exec(company.text);
  if (company && town?.[1] && town[1] !== "中国" && isPlace(town[1])) return subPiece(company, 0, town.index);
  // "The Rookery Group Ltd. (Toronto, Canada)": where it is.
  const place = company && /(?<!\s)\s*[(]([^()]+,[^()]+)[)]$/.exec(company.text);
  return company && place?.[1] && place.index > 1 && isPlace(place[1]) ? subPiece(company, 0, place.index) : company;
}

function labelledNames(text: string, entry: Entry): Names {
  const names: Names = { company: null, title: null, department: null, location: null };
  for (const line of [...entry.header, ...entry.body.slice(0, 6)]) {
    for (const { kind, start, end } of labelsWithin(text, line)) {
      // "公司名称：海帆科技 2018.06-2020.03".
      const dated = line.ranges.find(({ span }) => span.start > start && span.start < end)?.span.start ?? end;
      if (kind === "company" || kind === "title" || kind === "department" || kind === "location")
        names[kind] ??= cutPiece(text, start, dated);
      if (kind === "projectRole") names.title ??= cutPiece(text, start, end);
    }
  }
  return names;
}

/** "Research and Development, Sales" or "Director, Sales and Marketing" is one name, not company and title. */
function isOneName(cell: Cell, parts: Cell[]): boolean {
  if (parts.length < 2) return false;
  const scores = parts.map((part) => ({ title: titleScore(part.text), company: companyScore(part.text) }));
  const hasTitle = scores.some(({ title, company }) => title >= 1.3 && title > company);
  const hasOther =
    scores.some(({ title, company }) => company >= 1.5 || title < 0.5) ||
    parts.some((part) => hasHan(part.text) && isDepartment(part.text));
  if (hasTitle && hasOther && scores.length >= 2)
    return scores[0]?.title === 2 && scores.length === 2 && isField(parts[1]?.text ?? "");
  return companyScore(cell.text) >= 1.5 || hasTitle;
}

function isField(text: string): boolean {
  return (
    /^(?:(?:sales|marketing|engineering|operations|finance|product|design|data|research|hr|human resources|it|strategy|growth|analytics|communications|business development|supply chain|customer success|customer service|quality|legal|security|infrastructure|platform)(?:\s*(?:&|and|,)\s*)?)+$/i.test(
      text.trim(),
    ) || /^[A-Z]{2,4}$/.test(text)
  );
}

/** The names of a cell as one stretch, up to the first place in it. */
function wholeName(cell: Cell, parts: Cell[], places: Piece[]): Cell[] {
  const firstPlace = places[0]?.start ?? Number.POSITIVE_INFINITY;
  const kept = parts.filter((part) => part.start < firstPlace);
  const last = kept.at(-1);
  const first = kept[0];
  if (!first || !last) return parts;
  return [
    {
      ...cell,
      text: cell.text.slice(first.start - cell.start, last.end - cell.start),
      start: first.start,
      end: last.end,
    },
  ];
}

function isNoise(text: string): boolean {
  return (
    (/^(?:full[- ]?time|part[- ]?time|contract|permanent|temporary|freelance|全职|兼职|工作|任职|就职|就业|remote|hybrid|项目经理|汇报)$/i.test(
      text,
    ) === true &&
      !/经理|freelance/i.test(text)) ||
    /^(?:https?:|www\.|[\d\s.,%+-]+$)/i.test(text) ||
    /^(?:gpa|page \d|employees?|\d+[-–~]?\d*人)/i.test(text) ||
    /^\d+\s?\/\s?\d+$/.test(text) ||
    kindOfJobs.test(text) ||
    (isDoing.test(text) && companyScore(text) < 2) ||
    /^(?:经理|导师|汇报人|下属|证明人|(?:line )?manager|supervisor|mentor|adviso?r|reports? to)\s*[:：]/i.test(text) ||
    !/\p{L}/u.test(text)
  );
}

/** "Industry Work Experience", "Academic Services": a heading for some of the jobs below it. */
const kindOfJobs =
  /^(?:(?:academic|industr(?:y|ial)|professional|volunteer|teaching|research|clinical|other|relevant|related|additional|vocational|miscellaneous|previous|recent|corporate|freelance|practical)\s)+(?:(?:work|job)\s)?(?:experiences?|services?|employment|positions?|appointments?|work)$/i;

const faculty = /^(?:School|Department|Dept\.?|Faculty|College|Division|Cent(?:er|re)) of /;

/** "使用某框架开发…", "参与产线改造": what was done names no employer. */
const isDoing =
  /^[^\p{L}]*(?:使用|参与|主持|负责|通过|完成|协助|利用|运用|获得|掌握|熟悉|熟练|实现|主导|优化|担任(?!.*(?:公司|集团)))/u;

/** "Data Intern ⇥ Jan 2022 – Feb 2022, Internship". */
const kindOfWork = /^(?:internship|apprenticeship|placement|co-op|实习)$/i;

function assign(cells: Cell[], order: Order): { company: Cell | null; title: Cell | null; department: Cell | null } {
  const hasOwnTitle = cells.some(({ text }) => titleScore(text) >= 1.3 && !kindOfWork.test(text));
  const told = hasOwnTitle ? cells.filter(({ text }) => !kindOfWork.test(text)) : cells;
  const scored = told.map((cell, index) => ({
    cell,
    index,
    title: titleScore(cell.text),
    company: companyScore(cell.text),
  }));
  let title = best(scored, ({ title, company }) => (title >= 0.7 && title > company * 0.8 ? title - company * 0.3 : 0));
  const isOnlyEmployer = ({ index, company }: Scored) =>
    company >= 2 && scored.every((other) => other.index === index || other.company < 1.5);
  const department = scored.find(
    (item) => item.index !== title?.index && isDepartment(item.cell.text) && scored.length > 2 && !isOnlyEmployer(item),
  );
  const rest = scored.filter(({ index }) => index !== title?.index && index !== department?.index);
  // "President • CEO • Affordable Fence": the second title is no employer where a third name stands.
  const names = rest.filter(({ title: own, company }) => own < 1.3 || company > own);
  const known = names.length > 0 ? names : rest;
  // "泊松软件" above 上海分公司: the branch is where, not who.
  const whole = known.filter(({ cell }) => !/^\p{Script=Han}{0,4}分公司$/u.test(cell.text));
  const named = whole.length > 0 ? whole : known;
  // "Northwestern University, School of Professional Studies": the university employs.
  const university = named.find(({ cell }) => /\bUniversity\b|Institute of Technology/.test(cell.text));
  const others = named.filter((other) => other === university || !university || !faculty.test(other.cell.text));
  let company = others.find(({ cell }) => cell.isEmployer) ?? best(others, ({ company }) => company);
  const employer = company && employerBefore(company, others);
  if (company && employer)
    return { company: employer.cell, title: title?.cell ?? null, department: department?.cell ?? company.cell };
  // "The Harbour Post – Copywriter" above "Press Office": the name before the title is the employer's.
  const beside = scored.findLast(({ cell, index, title: own }) =>
    title ? index < title.index && cell.line === title.cell.line && own < 0.5 && isEnglishName(cell.text) : false,
  );
  if (company && title && beside && company.cell.line > title.cell.line && company.company < 2) company = beside;
  // "Wanderlane Travel" above "Brand Manager · Press Office": the line's own name is the employer's, the other a part of it.
  const above = scored.find(({ cell }) => scored.filter((other) => other.cell.line === cell.line).length === 1);
  if (
    company &&
    title &&
    above &&
    above.index < title.index &&
    above.title < 0.5 &&
    company.cell.line === title.cell.line
  )
    if (company.index > title.index && company.company < 2.5) company = above;
  if (!company) {
    const near = others.filter(
      ({ cell }) =>
        cell.text.length <= 70 &&
        (!/^\p{Ll}(?!-?\p{Lu})/u.test(cell.text) || /^[a-z\d-]+\.(?:com|co|io|net|org)\b/.test(cell.text)) &&
        // "Developed engaging social media content" tells what was done there.
        !/^\p{Lu}\p{Ll}+(?:\s\p{Ll}{3,}){3}/u.test(cell.text),
    );
    company = near.find(({ cell }) => title === null || Math.abs(cell.line - (title.cell.line ?? 0)) <= 1) ?? null;
  }
  if (!title && others.length >= 2 && company) {
    const further = others.filter(({ index }) => index !== company?.index);
    if (company.company === 0 && order === "title_first") {
      title = company;
      company = further[0] ?? null;
    } else {
      title =
        further.find(
          ({ cell }) => cell.text.length <= 60 && (order !== null || !hasHan(cell.text) || cell.text.length <= 12),
        ) ?? null;
    }
  }
  if (!title && company && cells.length === 1 && company.company === 0 && order === "title_first")
    return { company: null, title: company.cell, department: null };
  return { company: company?.cell ?? null, title: title?.cell ?? null, department: department?.cell ?? null };
}

/** "海帆网 用户增长平台", "云岭重工 技术中心": in Chinese a part of the firm stands behind the firm's name. */
function employerBefore(found: Scored, others: Scored[]): Scored | null {
  const { cell, company } = found;
  if (company > 2 || !/(?:平台|中心|团队|社区|机构|部|组)$/.test(cell.text)) return null;
  const before = others.find((other) => other.cell.line === cell.line && other.index < found.index);
  if (!before || !hasHan(before.cell.text) || before.cell.text.length > 14 || isDepartment(before.cell.text))
    return null;
  return before.title === 0 && before.company === 0 ? before : null;
}

type Scored = { cell: Cell; index: number; title: number; company: number };

function best(scored: Scored[], score: (item: Scored) => number): Scored | null {
  let found: Scored | null = null;
  for (const item of scored) if (score(item) > (found ? score(found) + 0.05 : 0)) found = item;
  return found;
}

export function readDescription(text: string, body: TextLine[]) {
  const first = body[0];
  const last = body.at(-1);
  if (!first || !last || last.end <= first.start) return null;
  return read(text.slice(first.start, last.end), { start: first.start, end: last.end }, { confidence: 0.85 });
}

export function entrySpan({ header, body }: Entry): { start: number; end: number } {
  const lines = [...header, ...body];
  return { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 1 };
}

import surnames from "@/data/surnames.json" with { type: "json" };
import type { Reading } from "../../profile";
import { isPlace } from "../dictionaries/places";
import { titleScore } from "../dictionaries/titles";
import { isFieldOfStudy } from "../entries/major";
import { hasHan } from "../fold";
import { headingKind } from "../headings";
import type { TextLine } from "../lines";
import { read } from "../piece";
import { canonicalSkill } from "../skills";
import { nameShape } from "./name-shape";

/** The name where nothing at the top of the resume is one: beside contacts further down, in a sentence, in the file's own name. */
export function nameElsewhere(
  text: string,
  { lines, emails, fileName = "" }: { lines: TextLine[]; emails: string[]; fileName?: string },
): Reading<string> | null {
  return introduced(text) ?? besidePersonal(lines) ?? aboveAddress(lines, emails) ?? ofFile(fileName);
}

/** "我叫张三，来自…", "My name is Jane Miller". */
function introduced(text: string): Reading<string> | null {
  const match =
    /(?:我叫|我的名字[叫是]|我是)(\p{Script=Han}{2,4})(?=[，,。！!、\s])/u.exec(text) ??
    /\b[Mm]y name is (\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){1,2})(?![\p{L}])/u.exec(text);
  const name = match?.[1];
  if (!match || !name || (hasHan(name) && !isHanName(name))) return null;
  const start = match.index + match[0].indexOf(name);
  return read(name, { start, end: start + name.length }, { confidence: 0.85 });
}

/** A line that is nothing but a Chinese name, right beside a job's title, the job that is looked for or a telephone number. */
function besidePersonal(lines: TextLine[]): Reading<string> | null {
  const beside = (line: TextLine | undefined) => line !== undefined && (personal.test(line.text) || isJob(line));
  const found = lines.find(
    (line, index) => isHanName(line.text) && (beside(lines[index - 1]) || beside(lines[index + 1])),
  );
  return found ? read(found.text, found, { confidence: 0.75 }) : null;
}

const personal =
  /^[^\p{L}\d]*(?:求职意向|应聘岗位|应聘职位|意向岗位|(?:联系)?电\s*话|手\s*机|邮\s*箱|1[3-9]\d[\d -]{8,10}$)/u;

function isJob({ text }: TextLine): boolean {
  return text.length <= 16 && titleScore(text) >= 1;
}

/** "Jane Miller" in a line of its own, not far above jane.miller@example.com. */
function aboveAddress(lines: TextLine[], emails: string[]): Reading<string> | null {
  const at = lines.findIndex(({ text }) => emails.some((email) => text.includes(email)));
  const email = emails[0]?.toLowerCase() ?? "";
  const found = lines
    .slice(Math.max(0, at - 4), Math.max(0, at))
    .find(({ text }) => !hasHan(text) && nameShape(text) >= 0.8 && spellsAddress(text, email));
  return found ? read(found.text, found, { confidence: 0.85 }) : null;
}

function spellsAddress(name: string, email: string): boolean {
  const parts = name.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return parts.some((part) => email.split("@")[0]?.includes(part));
}

/** "张三-Java开发-个人简历.pdf", "Jane_Miller_Resume.docx". */
function ofFile(fileName: string): Reading<string> | null {
  const stem = fileName.replace(/\.\p{L}{2,5}$/u, "").normalize("NFKC");
  const parts = stem.split(/[\s_\-—–+·.,，()（）【】[\]]+|(?:的)?(?:个人|求职)?简历|(?<=\D)(?=\d)/u);
  const han = parts.filter((part) => isHanName(part));
  if (han.length > 0) return han.length === 1 ? read(han[0] ?? "", [], { confidence: 0.7, basis: "inferred" }) : null;
  const named = /^((?:\p{Lu}\p{L}+[ _-]){1,3}\p{Lu}\p{L}+)[ _-](?:resume|cv|curriculum[ _-]vitae)(?![\p{L}])/iu.exec(
    stem,
  );
  const name = named?.[1]?.replace(/[_-]/g, " ");
  if (!name?.split(" ").every((word) => isWordOfName(word)) || titleScore(name) >= 0.7 || isPlace(name)) return null;
  return read(name, [], { confidence: 0.7, basis: "inferred" });
}

function isWordOfName(word: string): boolean {
  return (
    /^\p{Lu}\p{L}+$/u.test(word) &&
    canonicalSkill(word) === null &&
    !/^(?:my|new|final|sample|example|resume|cv|curriculum|updated|general|software|data|web|test|the|template|english|chinese|professional|technical|master|senior|junior|intern|full|stack|front|back)$/i.test(
      word,
    )
  );
}

/** With a surname that people bear, and no word of resumes: 高中 and 程序员 begin with surnames too. */
function isHanName(text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  if (text.length === 4 ? !doubles.has(text.slice(0, 2)) : !surnames.single.includes(text[0] ?? "")) return false;
  const isWord =
    headingKind(text) !== null || isPlace(text) || canonicalSkill(text) !== null || titleScore(text) >= 0.7;
  return !isWord && !isFieldOfStudy(text) && !words.test(text);
}

const doubles = new Set(surnames.double);
const words =
  /^(?:高中|初中|程序|方案|项目|计划|成果|成绩|时间|全[国部职]|云计算|马拉松|温州|安全|平台|金融|简历|简介|和谐|应[届聘]|项|广|单|明细|万|包括|党员|团员|强|能|成员|经[历验]|管理|支持|终|通|常|空|方|连|成|于|关|权|别)|[员师生级市省区县镇校班社部组队厂店版人岗会]$|[的了是和与及或在有]/;

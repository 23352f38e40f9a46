import headingData from "@/data/headings.json" with { type: "json" };
import type { ResumeSection } from "../profile";

export type SectionKind = ResumeSection["kind"];

/** The characters of headings that are written in another way in Hong Kong, Macau and Taiwan. */
const traditional = new Map(
  "經经歷历學学實实習习專专業业職职獎奖項项證证書书語语個个資资聯联絡络發发論论競竞賽赛榮荣譽誉評评價价興兴愛爱訓训練练務务認认領领紹绍關关長长簡简員员團团隊队課课後后從从體体導导師师術术讀读識识驗验現现狀状聯联電电話话處处"
    .match(/../gu)
    ?.map((pair) => [...pair] as [string, string]),
);

const kinds = new Map<string, SectionKind>();
for (const [kind, headings] of Object.entries(headingData)) {
  for (const heading of headings) kinds.set(headingKey(heading), kind as SectionKind);
}

/**
 * What section a line opens, when the whole line is a heading from the dictionary. Decoration, numbering,
 * spacing, case and a second language beside the first ("教育背景 Education") do not matter.
 */
export function headingKind(line: string): SectionKind | null {
  if (line.length > 60) return null;
  const key = headingKey(line);
  if (key === "" || key.length > 44) return null;
  const plain = line.replace(qualifier, "").replace(/(?<!\s)\s+[（(]?(?:按|以)(?:照)?时间.{0,6}[序列][）)]?$/, "");
  return (
    kinds.get(key) ??
    bilingualKind(line) ??
    combinedKind(line) ??
    withLigature(line) ??
    (plain === line ? null : headingKind(plain))
  );
}

/** "Certi cations": some fonts do not say what their joined letters stand for, and leave a gap. */
function withLigature(line: string): SectionKind | null {
  if (line.length > 30 || !/\p{Ll} \p{Ll}/u.test(line)) return null;
  for (const { index } of line.matchAll(/(?<=\p{L}) (?=\p{Ll})/gu)) {
    for (const letters of ["fi", "fl", "ff", "ffi", "ti"]) {
      const kind = kinds.get(headingKey(`${line.slice(0, index)}${letters}${line.slice(index + 1)}`));
      if (kind) return kind;
    }
  }
  return null;
}

/** "Selected Publications", "Relevant Work Experience". */
const qualifier = /^[^\p{L}]*(?:selected|relevant|recent|previous|additional|other|further|key)\s+(?=\p{Lu})/iu;

/** Whether one heading announces jobs and projects together. */
export function mixesProjects(line: string): boolean {
  const hasProjects = /项目|\bprojects?\b/i.test(line);
  return (
    hasProjects &&
    /实习|工作|实践|\b(?:(?<!(?:research|course|class|project)\s?)work|internships?|employment)\b|experience\s*(?:&|and|\/)/i.test(
      line,
    ) &&
    line.length < 40
  );
}

/** Whether one heading announces studies and jobs together: "教育背景及求职经历". */
export function mixesStudies(line: string): boolean {
  const hasStudies = /教育|学习|求学|\beducation\b/i.test(line.replace(/教育(?:培训|行业)/, ""));
  return hasStudies && /工作|求职|职业|任职|实习|就业|\b(?:work|employment|career)\b/i.test(line) && line.length < 40;
}

/** Letters only: "◆ 一、教育背景：" and "教 育 背 景" become 教育背景. */
export function headingKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(
      /^[^\p{L}\p{N}]*(?:(?:第?[一二三四五六七八九十]{1,2}|\d{1,2}|[ivx]{1,4})[、.．)）:：]|[（(](?:[一二三四五六七八九十]|\d)[)）])/u,
      "",
    )
    .replace(/[（(][^()（）]{0,30}[)）]\s*$/, "")
    .replace(/&/g, "and")
    .replace(/[^\p{L}]/gu, "")
    .replace(/\p{Script=Han}/gu, (letter) => traditional.get(letter) ?? letter);
}

/** What the parts of a Chinese heading speak of; of two topics the first of this list decides. */
const topics: [SectionKind, string][] = [
  ["projects", "项目|作品|课程设计|毕业设计"],
  ["work", "工作|任职|职业|从业|就业|职场"],
  ["internship", "实习|实训"],
  ["education", "教育|求学|学业|学历"],
  ["publications", "论文|专利|著作|软著|出版物|发表"],
  ["skills", "技能|技术|编程|计算机|软件|特长"],
  ["research", "科研|研究|学术|课题"],
  ["awards", "获奖|奖项|荣誉|奖励|竞赛|比赛|赛事"],
  ["certificates", "证书|资质|认证"],
  ["campus", "校园|社团|学生工作|学生会|组织|活动"],
  ["volunteering", "社会实践|志愿|公益|社区"],
  ["training", "培训|进修"],
  ["hobbies", "兴趣|爱好"],
  ["other", "书籍|图书|书单|读书|阅读|文章|博客|媒体|链接|主页|账号"],
];
const topicWords = topics.map(([, words]) => words).join("|");
const composed = new RegExp(
  `^(?:github|gitee|git|kaggle|it)?(?:个人|主要|相关|其[他它]|部分|近期|过往|重要|核心|参与|在校|校[内外]|本科|硕士|研究生|博士|海外|工程|课程|外语|工具|能力|专业|企业|实践|开源|创业|创新|产品|开发|综合|成果|及其?|与|和|以及|的|${topicWords})*(?:经历|经验|履历|清单|列表|概览|工具|成果|${topicWords})$`,
  "u",
);

/** "科研与学术项目", "兴趣及专业技能", "书籍清单": made of words that headings are made of, and nothing else. */
export function composedKind(line: string): SectionKind | null {
  if (
    line.length < 4 ||
    line.length > 48 ||
    !/^\P{L}*[\p{Script=Han}A-Za-z]{2}/u.test(line) ||
    !/\p{Script=Han}{2}/u.test(line)
  )
    return null;
  const key = headingKey(line);
  if (key.length < 4 || key.length > 14 || /[\d\t]/.test(line) || !composed.test(key)) return null;
  // 软件技术 is a major, 组织培训 a duty, 本科学历 a fact of the person.
  if (!endOfHeading.test(key)) return null;
  // "项目技术", "工作组织" are captions within an entry; "编程经验" is told of.
  if (/^(?:工作|项目|开发工具$|软件工具$)/.test(key) && !/(?:经历|经验|履历|清单|列表|作品|荣誉)$/.test(key))
    return null;
  if (/(?:技能|技术|编程|计算机|软件)(?:经历|经验|履历)$/.test(key)) return null;
  if (/(?:文章|博客|链接|主页|账号|书单)$/.test(key)) return "other";
  return topics.find(([, words]) => words.split("|").some((word) => key.includes(word)))?.[0] ?? null;
}

const endOfHeading = /(?:经历|经验|履历|清单|列表|概览|成果|作品|项目|技能|发表|文章|博客|论文|专利|奖项|荣誉|证书)$/;

/** "社区项目" may be said of a job too; what joins two topics or ends in 经历 heads a section. */
export function isPlainlyComposed(line: string): boolean {
  return /(?:经历|经验|履历|清单|列表|概览)$|[与和及]/.test(headingKey(line));
}

function isInCapitals(line: string): boolean {
  return line.length <= 32 && /^\p{Lu}{6,}(?:\s?[&/]\s?|\sAND\s)\p{Lu}[\p{Lu} ]+$/u.test(line.trim());
}

function bilingualKind(line: string): SectionKind | null {
  const han = headingKey(line.replace(/[^\p{Script=Han}]/gu, ""));
  const latin = line.replace(/[^\p{Script=Latin}&\s]/gu, "").trim();
  if (han.length < 2 || latin.length < 3) return null;
  const kind = kinds.get(han);
  return kind && kinds.has(headingKey(latin)) ? kind : null;
}

/** "Awards / Certificates": the first part decides; "科研与项目经历", "Research & Projects" hold entries with names. */
function combinedKind(line: string): SectionKind | null {
  const parts = line
    .split(/(?<!\s)\s*(?:[/|,，、&+·•]|\band\b|与|和|及|以及)\s*/iu)
    .filter((part) => part.trim() !== "");
  if (parts.length < 2 || parts.length > 4) return null;
  const found = parts.map((part) => kinds.get(headingKey(part)) ?? composedKind(part) ?? undefined);
  // "EXPERIENCE & CONTRIBUSIONS": among capitals the first part says enough.
  if (found.length === 2 && (found[0] === "work" || found[0] === "education") && isInCapitals(line)) return found[0];
  if (!found.every((kind) => kind !== undefined)) return null;
  // "兴趣及专业技能": what a screening asks for.
  if (found[0] === "hobbies" && found.includes("skills")) return "skills";
  if (found[0] !== "research") return found[0] ?? null;
  // "Research & Engineering Experience": what was done for an employer.
  return found.find((kind) => kind === "projects" || kind === "work") ?? "research";
}

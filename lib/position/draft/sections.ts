import { headingKey } from "@/lib/resume/parsing/headings";
import type { Span } from "./span";

/** What a line of a description belongs to; `lead` is what stands before the first heading. */
export type SectionKind = "lead" | "requirements" | "gates" | "nice" | "duties" | "offer" | "closing";
export type Line = Span & { section: SectionKind; isBulleted: boolean };

const headings: Record<Exclude<SectionKind, "lead" | "closing">, string> = {
  requirements:
    "任职要求|任职资格|任职条件|任职资格要求|任职说明|岗位要求|职位要求|工作要求|应聘要求|应聘条件|招聘要求|招聘条件|要求|基本要求|能力要求|技能要求|资格要求|专业要求|必备条件|必备|我们希望你|希望你|我们期待你|我们期望你|我们需要你|你需要具备|你需要|对你的要求|你具备|requirements|job requirements|key requirements|qualifications|minimum qualifications|basic qualifications|must have|must haves|what we're looking for|what we are looking for|what we need|what we require|who you are|you have|you bring|what you need|what you'll need|what you bring|what you'll bring|skills|skills and experience|required skills|essential|essential criteria|essential requirements|the ideal candidate will have|the ideal candidate|ideal candidate|about you|your profile|candidate profile|experience and qualifications",
  gates: "硬性要求|硬性条件|硬性指标|hard requirements|mandatory requirements",
  nice: "加分项|加分|加分条件|优先条件|优先|优先考虑|优先项|优先录用|nice to have|nice to haves|good to have|preferred|preferred qualifications|preferred skills|bonus|bonus points|bonus points for|desirable|desirable criteria|desired skills|ideally|pluses|plus|extra credit|you might also have",
  duties:
    "岗位职责|工作职责|工作内容|主要职责|主要工作|职责|职责描述|职位职责|职位描述|岗位描述|岗位内容|工作描述|你将负责|你的工作|你要做的|responsibilities|key responsibilities|main responsibilities|job responsibilities|duties|duties and responsibilities|what you'll do|what you will do|what you'll be doing|your role|your tasks|the role|about the role|role|role overview|job description|job summary|the job|summary|overview|day to day",
  offer:
    "福利待遇|福利|薪资福利|薪酬福利|薪资待遇|待遇|工资待遇|我们提供|你将获得|员工福利|公司介绍|公司简介|企业简介|关于我们|公司福利|工作时间|上班时间|投递方式|联系方式|应聘方式|benefits|what we offer|we offer|perks|perks and benefits|compensation and benefits|about us|about the company|who we are|our company|why join us|how to apply|to apply|application process",
};
const kinds = new Map<string, SectionKind>();
for (const [kind, names] of Object.entries(headings)) {
  for (const name of names.split("|")) kinds.set(headingKey(name), kind as SectionKind);
}

const bullet =
  /^\s*(?:[•·●○◆◇■□▪▶►➢➤✓✔*\-–—]+\s*|(?:\d{1,2}|[a-zA-Z])\s*(?:[、)）]|[.．:：](?!\d))\s*|[（(]\s*(?:\d{1,2}|[一二三四五六七八九十]+)\s*[)）]\s*|[①-⑳]\s*|[一二三四五六七八九十]{1,2}\s*[、.．]\s*)/;
/** Lines that state something about the position beside the requirements. */
const label =
  /^[\s*#>【[]*(?:职位名称|岗位名称|招聘岗位|招聘职位|招聘人数|岗位|职位|所属部门|部门|科室|工作地点|工作地址|工作城市|上班地点|办公地点|地点|地址|城市|base|坐标|汇报对象|薪资\S{0,2}|薪酬\S{0,2}|工资|月薪|年薪|工作性质|联系人|电话|邮箱|job title|position|title|department|team|location|salary|salary range|pay|compensation|reports to|reporting to|employment type|contact|e-?mail)(?:\s*[a-z]+)?\s*(?:[】\]*]+\s*)?[:：]/i;

/** The lines of a description with the section each stands in; headings, labels and empty lines are left out. */
export function readLines(text: string): Line[] {
  const lines: Line[] = [];
  let section: SectionKind = "lead";
  let isAfterGap = false;
  for (const match of text.matchAll(/[^\n]*\n?/g)) {
    const raw = match[0].replace(/\n$/, "");
    if (raw.trim() === "") {
      isAfterGap = true;
      continue;
    }
    const kind = sectionKind(raw);
    const inline = kind ? null : inlineHeading(raw);
    if (kind ?? inline) section = kind ?? inline?.kind ?? section;
    const isBulleted = bullet.test(raw);
    const last = lines.at(-1);
    // Free text behind a list, apart from it by a gap, speaks of something else.
    const isClosing = isAfterGap && !kind && !inline && !isBulleted && last?.isBulleted && last.section === section;
    if (isClosing && section !== "lead") section = "closing";
    isAfterGap = false;
    if (kind || (!inline && label.test(raw))) continue;
    const start = match.index + (inline?.at ?? bullet.exec(raw)?.[0].length ?? 0);
    const end = match.index + raw.trimEnd().length;
    if (start < end) lines.push({ start, end, section, isBulleted: isBulleted && !inline });
  }
  return lines;
}

/** Whether the whole line is a heading, in one language or in two side by side. */
export function sectionKind(line: string): SectionKind | null {
  if (line.length > 60) return null;
  const han = line.replace(/[^\p{Script=Han}、.．]/gu, "");
  const latin = line.replace(/[^\p{Script=Latin}\s'’]/gu, "").trim();
  const whole = kinds.get(headingKey(line.replace(/[’]/g, "'")));
  if (whole || han.length < 2 || latin.length < 4) return whole ?? null;
  const kind = kinds.get(headingKey(han));
  return kind && kinds.get(headingKey(latin)) === kind ? kind : null;
}

/** "要求：大专以上……": the heading and its first item in one line. */
function inlineHeading(line: string): { kind: SectionKind; at: number } | null {
  const match = /^([^:：，,。]{1,30})[:：]\s*(?=\S)/.exec(line);
  const kind = match?.[1] ? sectionKind(match[1]) : null;
  return match && kind ? { kind, at: match[0].length } : null;
}

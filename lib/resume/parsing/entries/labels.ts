import { hasHan } from "../fold";
import type { TextLine } from "../lines";

export const entryLabels = {
  company:
    "公司名称|公司|单位名称|单位|工作单位|企业名称|所在公司|就职公司|任职公司|实习单位|实习公司|雇主|company name|company|employer|organization|organisation|firm",
  title:
    "职位名称|职位|岗位|岗位名称|职务|担任职务|所任职位|工作岗位|工作职位|担任职位|实习岗位|职称|job title|title|position|role|designation|post",
  department: "部门|所在部门|所属部门|工作部门|department|division|team",
  location: "工作地点|工作城市|所在地|地点|location|place",
  date: "时间|开始时间|结束时间|开始日期|结束日期|入学时间|入学日期|入职时间|入职日期|离职时间|离职日期|毕业时间|毕业年份|毕业年月|毕业日期|预计毕业时间|预计毕业|就学时间|学习时间|开发周期|工作时间|在职时间|起止时间|任职时间|实习时间|就读时间|在校时间|项目时间|项目周期|开发时间|起止年月|时间段|教育时间|日期|duration|period|dates?|time|from|to|start date|end date|dates of study|year|years",
  school:
    "学校|毕业院校|学校名称|院校|毕业学校|毕业学院|毕业大学|就读院校|就读学校|就读大学|在读学校|在读院校|所在学校|所在院校|院校名称|school|university|institution|college|name of university|name of high school|name of school|name of college",
  faculty: "院系|所在院系|院系名称|学院|所在学院|学院名称|所属学院|faculty|department name|school of study",
  major:
    "专业|所学专业|专业名称|就读专业|所读专业|主修专业|主修|专业方向|系别|major|field of study|field|course of study|study course|degree major|specialization|concentration",
  degree:
    "学历|学位|最高学历|学历学位|学位类型|教育程度|学历/学位|学位/学历|学历层次|degree|degree level|qualification|level",
  project: "项目名称|项目名|项目|project name|project title|project",
  projectRole: "项目角色|担任角色|角色|项目职务|本人角色|项目职位|担任职责|your role|my role",
  description:
    "采用技术|使用的技术|项目技能|项目详情|项目要点|功能简介|功能描述|功能介绍|主要功能|项目功能|功能模块|实现功能|项目概述|项目说明|项目亮点|项目难点|项目成员|项目链接|项目地址|项目技术|项目收获|技术选型|技术要点|技术细节|技术难点|涉及技术|工作成效|开发工具|主要贡献|工作描述|工作内容|工作职责|岗位职责|职责描述|主要职责|主要工作|工作业绩|责任描述|职责|职责业绩|业绩|主要业绩|工作成果|项目描述|项目介绍|项目简介|项目职责|项目背景|项目内容|项目业绩|项目成果|个人职责|我的职责|责任|内容|描述|成果|技术栈|技术架构|开发环境|所用技术|技术|使用技术|应用技术|软件架构|主修课程|主要课程|核心课程|专业课程|相关课程|课程|在校成绩|成绩|绩点|排名|专业排名|荣誉|奖项|离职原因|汇报对象|下属人数|下属|公司规模|公司性质|公司行业|所属行业|行业|公司描述|公司介绍|薪资|月薪|证明人|responsibilities|key responsibilities|responsibility|duties|description|achievements|key achievements|technologies|technologies used|tech stack|tools|environment|gpa|cgpa|grade|coursework|relevant coursework|courses|relevant courses|thesis|honors|activities|summary|stack|skills|skills used|result|results|minor|awards",
} as const;

export type EntryLabelKind = keyof typeof entryLabels;
/** Offsets count in the resume's text. */
export type EntryLabel = { kind: EntryLabelKind; valueStart: number };

const labelKinds = new Map<string, EntryLabelKind>();
for (const kind of Object.keys(entryLabels) as EntryLabelKind[]) {
  for (const name of entryLabels[kind].split("|")) {
    labelKinds.set(name, kind);
    if (name.endsWith("s?")) labelKinds.set(name.slice(0, -2), kind).set(name.slice(0, -1), kind);
  }
}

/** The label a line starts with, if it is one entries use. */
export function labelOf(line: TextLine): EntryLabel | null {
  const content = line.text.slice(Math.max(0, line.contentStart - line.start));
  const match = /^[【[]?\s*(?=\S)([\p{Script=Han}/ ]{2,10}|[A-Za-z ]{3,24}?)\s*(?:[】\]](?:\s*[:：])?|[:：])\s*/u.exec(
    content,
  );
  const kind = match?.[1]
    ? labelKinds.get(
        match[1]
          .replace(/(?<=\p{Script=Han})\s+/gu, "")
          .trim()
          .toLowerCase(),
      )
    : undefined;
  // 项目内容 in a line of its own, without a colon.
  if (!match && !line.isBullet && /^\p{Script=Han}{4}$/u.test(content) && labelKinds.get(content) === "description")
    return { kind: "description", valueStart: line.contentStart + content.length };
  return match && kind ? { kind, valueStart: line.contentStart + match[0].length } : null;
}

/** "时间段 ⇥ 公司 ⇥ 职位": the head of a table, which holds the labels of what stands below. */
export function isTableHead(line: TextLine): boolean {
  const cells = line.text.split(/\t|\s{2,}|\s*[|｜]\s*/).filter((cell) => cell !== "");
  if (cells.length < 2 || line.text.length > 60) return false;
  return cells.every((cell) =>
    cell.split(/[/及与和、，,]/).every((name) => labelKinds.has(name.replace(/\s/g, "").toLowerCase())),
  );
}

/** Every "label: value" on a line that holds several ("公司：甲公司  职位：工程师"). */
export function labelsWithin(
  text: string,
  line: TextLine,
): { kind: EntryLabelKind; start: number; end: number; labelStart: number }[] {
  const content = text.slice(line.contentStart, line.end);
  const matches = [
    ...content.matchAll(
      /(?<=^|[\s,，;；|｜【[])([\p{Script=Han}/]{2,8}|\p{Script=Han}[ \u3000]{1,4}\p{Script=Han}|(?:Name of (?:high school|university|school|college)|Dates of study)|[A-Za-z]{3,12}(?: [A-Za-z]{2,8})?)\s*(?:】\s*[:：]?|\]\s*[:：]|[:：])\s*/gu,
    ),
  ]
    // "Corvid University: Web Design": a name that ends with a word of a label.
    .filter(
      ({ 1: label = "", index }) =>
        !/^(?:school|university|college)$/i.test(label) || !/\p{L} $/u.test(content.slice(0, index)),
    )
    .map((match) => ({
      kind: labelKinds.get((match[1] ?? "").replace(/(?<=\p{Script=Han})[ \u3000]+/gu, "").toLowerCase()),
      isHan: hasHan(match[1] ?? ""),
      labelStart: match.index,
      start: match.index + match[0].length,
    }));
  // "毕业院校：苏州大学  英语水平：六级": a value ends at the next label, also at one that says nothing of an entry.
  const ends = matches.filter(({ kind, isHan }) => kind || isHan);
  return ends.flatMap(({ kind, start, labelStart }, index) =>
    kind
      ? [
          {
            kind,
            labelStart: line.contentStart + labelStart,
            start: line.contentStart + start,
            end: line.contentStart + (ends[index + 1]?.labelStart ?? content.length),
          },
        ]
      : [],
  );
}

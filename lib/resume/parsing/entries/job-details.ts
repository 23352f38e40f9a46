import type { Reading, WorkEntry } from "../../profile";
import { findIndustryName } from "../dictionaries/industries";
import { cutPiece, type Piece, read } from "../piece";
import type { EntryLine } from "./entry-lines";
import type { Entry } from "./split-entries";

type Details = Pick<
  WorkEntry,
  | "employmentType"
  | "companyNature"
  | "companySize"
  | "companyDescription"
  | "industry"
  | "jobFunction"
  | "salary"
  | "teamSize"
  | "reportsTo"
  | "reasonForLeaving"
  | "achievements"
>;

const labels: Record<keyof Details, string> = {
  employmentType: "工作性质|工作类型|用工形式|employment type|job type",
  companyNature: "公司性质|企业性质|单位性质|公司类型|企业类型|company type",
  companySize: "公司规模|企业规模|单位规模|公司人数|人员规模|规模|company size",
  companyDescription:
    "公司描述|公司介绍|公司简介|企业简介|企业介绍|单位介绍|公司业务|about the company|company description",
  industry: "公司行业|所属行业|行业类别|所在行业|行业|industry",
  jobFunction: "职能类别|职能|岗位类别|职位类别|job function",
  salary: "薪资情况|薪资待遇|税前月薪|职位月薪|月薪|年薪|薪资|薪酬|薪水|工资|待遇|salary",
  teamSize: "下属人数|下属|管理人数|团队人数|团队规模|带领人数|direct reports|team size",
  reportsTo: "汇报对象|汇报人|直接上级|直属上级|上级|汇报|reports? to|reporting to",
  reasonForLeaving: "离职原因|离开原因|离职理由|reason for leaving",
  achievements:
    "工作业绩|主要业绩|业绩描述|业绩|工作成果|主要成果|工作成绩|主要成绩|key achievements|achievements|accomplishments",
};
const kinds = new Map<string, keyof Details>();
for (const kind of Object.keys(labels) as (keyof Details)[])
  for (const name of labels[kind].split("|")) {
    const plain = name.replace("s?", "");
    kinds.set(plain, kind);
    if (plain !== name) kinds.set(name.replace("s?", "s"), kind);
  }
const labelPattern =
  /(?<=^|[\s,，;；|｜【[(（])([\p{Script=Han}]{2,6}|[A-Za-z]{3,12}(?: [A-Za-z]{2,11}){0,2})\s*[】\]]?\s*[:：]\s*/gu;

const natures =
  /^(?:国有企业|国企|央企|民营(?:企业|公司)?|私营(?:企业)?|民企|外企|外资(?:企业)?(?:[（(](?:非?欧美)[)）])?|外商独资|中外合[资作](?:企业)?|合资(?:企业)?(?:[（(](?:非?欧美)[)）])?|港资|台资|美资|日资|德资|欧美企业|上市公司|已上市|股份制企业|国家机关|政府机关|事业单位|非营利(?:组织|机构)|创业公司|社会团体|代表处)$/;
const sizes =
  /^(?:少于\s*\d+\s*人|\d{1,3}(?:,?\d{3})*\s*[-~–—至]\s*\d{1,3}(?:,?\d{3})*\s*人|\d{1,3}(?:,?\d{3})*\s*人以[上下]|\d+\+\s*(?:employees|人))$/;
const types = /^(?:全职|兼职|实习|合同工|临时|full[- ]?time|part[- ]?time|contract|temporary|freelance)$/i;
/** Values that go on over the following lines. */
const longKinds = new Set<keyof Details>(["achievements", "companyDescription"]);

/** What recruiting sites write beside a job: labelled, or as bare facts such as "民营 | 100-499人 | 全职". */
export function readJobDetails(text: string, { header, body }: Entry): Details {
  const details: Details = {
    employmentType: null,
    companyNature: null,
    companySize: null,
    companyDescription: null,
    industry: null,
    jobFunction: null,
    salary: null,
    teamSize: null,
    reportsTo: null,
    reasonForLeaving: null,
    achievements: null,
  };
  const lines = [...header, ...body];
  lines.forEach((line, index) => {
    const found = labelsOf(text, line);
    found.forEach(({ kind, start }, order) => {
      const next = found[order + 1]?.labelStart ?? line.end;
      const whole =
        longKinds.has(kind) && order === found.length - 1
          ? runOn(text, lines, index, start)
          : cutPiece(text, start, next);
      if (whole) details[kind] ??= read(whole.text, whole, { confidence: 0.92 });
    });
  });
  for (const line of [...header, ...body.slice(0, 3)]) addFacts(text, line, details);
  return details;
}

function labelsOf(text: string, line: EntryLine) {
  const content = text.slice(line.contentStart, line.end);
  return [...content.matchAll(labelPattern)].flatMap((match) => {
    const kind = kinds.get((match[1] ?? "").toLowerCase());
    return kind
      ? [
          {
            kind,
            labelStart: line.contentStart + match.index,
            start: line.contentStart + match.index + match[0].length,
          },
        ]
      : [];
  });
}

/** To the line before the next label. */
function runOn(text: string, lines: EntryLine[], index: number, start: number): Piece | null {
  let last = index;
  while (lines[last + 1] && !lines[last + 1]?.label && !lines[last + 1]?.isAfterGap) last += 1;
  return cutPiece(text, start, lines[last]?.end ?? start);
}

function addFacts(text: string, line: EntryLine, details: Details) {
  const content = text.slice(line.contentStart, line.end);
  const isFactLine = content.split(/(?<!\s)\s*[|｜\t]\s*/).some((cell) => natures.test(cell) || sizes.test(cell));
  // "民营 | 500-999人 | 互联网/电子商务": only beside other facts of a company is a name of an industry one.
  for (const match of isFactLine ? content.matchAll(/[^\t|｜]+/g) : []) {
    const cell = cutPiece(text, line.contentStart + match.index, line.contentStart + match.index + match[0].length);
    if (cell && !/[:：]/.test(cell.text) && findIndustryName(cell.text))
      details.industry ??= read(cell.text, cell, { confidence: 0.85 });
  }
  for (const match of content.matchAll(/[^\t|｜/·•,，、;；()（）\s]+(?: [^\t|｜/·•,，、;；()（）\s]+)*/g)) {
    for (const word of [match[0], ...match[0].split(" ")]) {
      const kind = natures.test(word)
        ? "companyNature"
        : sizes.test(word)
          ? "companySize"
          : types.test(word)
            ? "employmentType"
            : null;
      if (!kind || details[kind]) continue;
      const start = line.contentStart + match.index + match[0].indexOf(word);
      const reading: Reading<string> = read(word, { start, end: start + word.length }, { confidence: 0.88 });
      details[kind] = reading;
    }
  }
}

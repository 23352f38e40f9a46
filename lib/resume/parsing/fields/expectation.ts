import type { Expectation, Reading, Salary } from "../../profile";
import { isPlace } from "../dictionaries/places";
import { titleScore } from "../dictionaries/titles";
import { hasHan } from "../fold";
import { type Piece, read, splitPiece } from "../piece";
import { findLabelled } from "./labelled";
import { findSalary } from "./salary";
import { readLabelled, type Scope } from "./scope";

const titleLabels =
  "求职意向|应聘职位|应聘岗位|应聘意向|意向岗位|意向职位|期望职位|期望岗位|目标职位|目标岗位|求职目标|求职岗位|求职职位|期望从事职[业位]|期望职业|从事职业|应聘|desired position|position applied for|desired job title|target position";
const salaryLabels =
  "期望(?:月薪|年薪|薪资|薪水|工资|薪酬|待遇|薪金)(?:要求)?|薪[资水酬]要求|待遇要求|要求(?:月薪|薪资)|薪资期望|意向薪资|expected salary|desired salary|salary expectations?";
const currentPayLabels = "(?:目前|当前|现)(?:月薪|年薪|薪资|薪水|工资|薪酬|年收入|收入)|年收入|current salary";
const statusLabels =
  "求职状态|目前状况|目前状态|当前状态|在职状态|工作状态|离职状态|职业状态|employment status|job status";

type FindExpectation = { scope: Scope; objective: Piece[] };

/** What the person looks for: labelled facts, or the parts of "求职意向：Java 工程师 | 上海 | 15-20K". */
export function findExpectation({ scope, objective }: FindExpectation): Expectation {
  const line = findLabelledLine(scope) ?? objective.find(({ text }) => !/^[^:：]{2,10}[:：]/.test(text)) ?? null;
  const parts = line
    ? splitPiece(line, /(?<!\s)\s*[|｜;；\t]\s*|\s{2,}|(?<!\s)\s*[,，、/]\s*(?![^()（）]{0,80}[)）])/g)
    : [];
  const place = parts.find(({ text }) => isPlace(text));
  const pay = parts.find(({ text }) => findSalary(text));
  const salary = readSalary(findLabelled(scope, salaryLabels)) ?? readSalary(pay ?? null);
  const negotiable = findLabelled(scope, salaryLabels);
  return {
    title: findTitle(parts),
    company: readLabelled(scope, "期望(?:公司|单位|工作单位|企业)|应聘(?:公司|单位)|意向公司"),
    industry: readLabelled(scope, "期望(?:从事)?行业|意向行业|期望从事行业|从事行业|目标行业|desired industry"),
    salary,
    isSalaryNegotiable:
      salary === null && (/面议|negotiable/i.test(negotiable?.text ?? "") || parts.some(({ text }) => text === "面议")),
    employmentType: readLabelled(
      scope,
      "期望工作性质|期望工作类型|工作性质|工作类型|求职类型|求职性质|职位类型|应聘类型|job type|employment type",
    ),
    locations:
      readLabelled(
        scope,
        "期望(?:工作)?(?:地点|城市|地区|地)|意向(?:城市|地点)|目标(?:城市|地点|地区)|工作(?:城市|地区)|求职地点|希望工作地|desired location|preferred locations?",
      ) ?? (place ? read(place.text, place, { confidence: 0.85 }) : null),
    availability: readLabelled(
      scope,
      "到岗时间|到岗日期|可到岗时间|到职时间|入职时间|最快到岗|可到岗日|上岗时间|notice period|availability|available(?: from)?|start date",
    ),
  };
}

function findLabelledLine(scope: Scope): Piece | null {
  const start = findLabelled(scope, titleLabels)?.start;
  if (start === undefined) return null;
  const end = scope.indexOf("\n", start) < 0 ? scope.length : scope.indexOf("\n", start);
  const line = scope.slice(start, end).trimEnd();
  return { text: line, start, end: start + line.length };
}

/** The first part that is neither place nor pay nor a word for the state of things; in English one that reads as a title. */
function findTitle(parts: Piece[]): Reading<string> | null {
  const title = parts.find(
    ({ text }) =>
      !isPlace(text) &&
      !findSalary(text) &&
      !/面议|到岗|在职|离职|全职|兼职|实习$|^\d|[:：。]/.test(text) &&
      (hasHan(text) ? text.length <= 24 : titleScore(text) >= 1 && text.split(" ").length <= 6),
  );
  return title ? read(title.text, title, { confidence: titleScore(title.text) >= 1 ? 0.93 : 0.75 }) : null;
}

export function findCurrentSalary(scope: Scope): Reading<Salary> | null {
  return readSalary(findLabelled(scope, currentPayLabels));
}

export function findEmploymentStatus(scope: Scope): Reading<string> | null {
  const labelled = readLabelled(scope, statusLabels);
  if (labelled) return labelled;
  const match =
    /(?<=^|[\s|｜,，;；·•/])(?:(?:在职|离职|已离职|应届生?|在校)(?:[-—,，]?(?:月内到岗|随时到岗|考虑机会|看机会|暂不考虑|可随时到岗|正在找工作))?|随时到岗)(?=$|[\s|｜,，;；·•/])/m.exec(
      scope,
    );
  return match
    ? read(match[0], { start: match.index, end: match.index + match[0].length }, { confidence: 0.85 })
    : null;
}

function readSalary(piece: Piece | null): Reading<Salary> | null {
  const found = piece && findSalary(piece.text);
  return piece && found
    ? read(found.salary, { start: piece.start + found.start, end: piece.start + found.end }, { confidence: 0.93 })
    : null;
}

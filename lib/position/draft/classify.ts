import certificateData from "@/data/certificates.json" with { type: "json" };
import skillData from "@/data/skills.json" with { type: "json" };
import { readRecency } from "@/lib/position/read-recency";
import type { RequirementKind } from "@/lib/position/requirement";
import { findDegrees } from "@/lib/resume/parsing/dictionaries/degrees";
import { findLanguageNames } from "@/lib/resume/parsing/dictionaries/languages";
import { escapeRegExp } from "@/lib/resume/parsing/fold";
import { findQuantities, isMoney } from "@/lib/resume/parsing/quantities";
import { findSkills } from "@/lib/resume/parsing/skills";
import { soft } from "./soft-words";

/** `soft` is what a resume hardly shows; null says that nothing in the text tells. */
export type PieceKind = RequirementKind | "soft" | null;

const languageExam =
  /CET|TEM|雅思|托福|IELTS|TOEFL|TOEIC|托业|BEC|CATTI|JLPT|N\d|TOPIK|英语|日语|普通话|GRE|GMAT|计算机/i;
/** Names that are professions too say a certificate only with a word such as 证. */
const certificateNames = certificateData.names.filter(
  (name) =>
    !languageExam.test(name) && !/^..?$/.test(name) && (!/师$/.test(name) || /^(?:注册|执业|[初中高]级)/.test(name)),
);
const namedCertificate = new RegExp(
  certificateNames
    .toSorted((a, b) => b.length - a.length)
    .map((name) => (/^[\w+ .:-]+$/.test(name) ? `(?<!\\w)${escapeRegExp(name)}(?!\\w)` : escapeRegExp(name)))
    .join("|"),
);
const certificateWord =
  /证书|(?:资格|执业|上岗|驾驶|操作|职业|健康|会计|叉车|电工|焊工)证|从业资格|持证|证(?=[，,、。；;（(]|或|及|者|优先|必须|$)|驾照|职称|资质|执照|\blicen[cs](?:e|ed|ure)\b|\bcertifi(?:cat|ed)/i;
const educationWord =
  /学历|学位|统招|全日制|相关专业|专业(?:不限|背景|优先)|类专业|专业(?=[，,。；;]|$|毕业|者|本科|大专|专科)|院校|985|211|双一流|\bdegree\b(?! of)|\bdiploma\b|\bGED\b/i;
const languageWord =
  /CET-?\s?[46]|TEM-?\s?[48]|雅思|托福|\bIELTS\b|\bTOEFL\b|\bTOEIC\b|JLPT|(?<!\p{Script=Han})[四六]级|专[四八]|普通话/iu;
const notSpoken =
  /自然语言|编程语言|脚本语言|(?:chinese|english|german|french|japanese) (?:market|customers?|clients?|compan|literature|teach)/i;
const leadership =
  /(?:团队|人员|下属|小组)(?:的)?(?:管理|建设|领导)|管理\S{0,4}(?:团队|小组|下属)|(?:带|带领|领导|管理)过?\s*(?:(?:\d+|[一二两三四五六七八九十]+)\s*)?(?:名|人|位)?(?:以上)?(?:的)?(?:团队|小组|部门|下属)|(?:带领|带过|带队|管理过)\s*(?:\d+|[一二两三四五六七八九十]+)\s*(?:名|人|位)|带团队|\b(?:team lead|people management|line management|direct reports|management role|managerial)|\b(?:lead|leading|led|manag(?:e|ed|ing)|mentor(?:ing|ed)?|supervis(?:e|ing|ed))\s+(?:[\w-]+\s+){0,3}?(?:teams?|people|engineers|developers|staff|reports|juniors)\b/i;
const project =
  /(?:项目|课题)(?!管理|经理|组|计划)\S{0,8}(?:经验|经历|案例|优先)|(?:做过|完成|主导|参与|负责|交付)[^，,。；;]{0,24}(?:项目|课题)(?!管理|经理|组|计划)|开源项目|作品集|\bprojects?\b(?! manage)|\b(?:led|delivered|managed|completed)\b[^.;]{0,40}\b(?:launches|migrations|implementations|rollouts)\b/i;
const experienced =
  /经验|经历|背景|资源|(?:从事|做|带|负责|参与)过|退伍|应届|\bexperience\b|\bbackground\b|\btrack record\b|\bexposure to\b/i;
const knowing =
  /^(?:[至最]少|要求|须|需要?|能够?|可以|同时|并|且|应|必须)?(?:熟练|熟悉|精通|掌握|了解|熟知|通晓|擅长|善于|会(?!计)|懂|具[备有]|使用)|^(?:(?:hands-on|solid|strong|good|excellent|deep|advanced|extensive|working|thorough|basic|proven|demonstrated|practical|in-depth)\s+)*(?:knowledge|proficien\w+|familiar\w*|understanding|skills?|skilled|expert(?:ise)?|command|mastery|competen\w+|experienced?\s+(?:with|using))\b/i;
const stating =
  /^(?:有|无|能(?!力)|可(?:接受|适应|出差|独立)|服从|接受|适应|愿意|持|通过|独立|其中|曾|须|需|must\b|able\b|ability\b|willing|comfortable|no\b|available|including\b|fluent|native)/i;

const number = "\\d{1,2}(?:\\.\\d)?|[一二两三四五六七八九十]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten";
const timeSpan = new RegExp(
  `(?<![\\d.a-z])(?:${number})\\s*(?:(?:[-–—~～至到]|to)\\s*(?:${number})\\s*)?(?:(?:\\+|多|余|or more\\b)\\s*)?(?:(?:full|whole)\\s+)?(?:年(?![级薪假底会])|years?\\b|yrs?\\b|个月|months?\\b)|半年`,
  "i",
);

const softSkills = new Set(skillData.skills.soft.map((names) => names.split("|")[0] ?? ""));

/** What a piece of a description asks for, by its strongest sign. */
export function kindOf(text: string): PieceKind {
  // "近两年使用过 Kafka" asks for Kafka, not for two years of it.
  const namesTime = timeSpan.test(readRecency(text).rest);
  if (certificateWord.test(text) || (!namesTime && namedCertificate.test(text))) return "certificate";
  if (leadership.test(text)) return "leadership";
  if (isEducation(text) && (!namesTime || /学历|学位|\bdegree\b/i.test(text))) return "education";
  if (namesTime) return "experience";
  if (namesLanguage(text)) return "language";
  if (project.test(text)) return "project";
  if (namesScale(text)) return "project";
  const skills = findSkills(`${text}\n`).filter(({ canonical }) => !softSkills.has(canonical));
  if (skills.length === 0 && soft.test(text)) return "soft";
  if (/背景|\bbackground\b/i.test(text)) return "experience";
  if (knowing.test(text) || skills.length > 0) return "skill";
  if (experienced.test(text)) return "experience";
  return stating.test(text) ? "other" : null;
}

/** Whether the piece opens by itself what it asks for, and is no further item of the one before. */
export function opensAnew(text: string): boolean {
  return knowing.test(text) || stating.test(text) || timeSpan.test(text);
}

function isEducation(text: string): boolean {
  return educationWord.test(text) || findDegrees(text).length > 0;
}

/** Users, requests, data or a budget by number: "日活百万级", "budget over 5 million". A team by number asks for leading it, and money alone is pay. */
function namesScale(text: string): boolean {
  const amounts = findQuantities(text).filter(({ unit, value }) => unit !== "people" && value >= leastScale);
  return amounts.some(({ unit, purpose }) => purpose !== null || !isMoney(unit));
}

/** Smaller amounts are of a tool or a target rather than of a project. */
const leastScale = 1000;

function namesLanguage(text: string): boolean {
  return languageWord.test(text) || (findLanguageNames(text).length > 0 && !notSpoken.test(text));
}

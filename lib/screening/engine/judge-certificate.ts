import { type Evidence, isIn } from "./evidence";
import { type Judgement, judgement, pointsOfShares, statement } from "./judgement";
import { uniqueQuotes } from "./quotes";
import { readTerms } from "./read-terms";
import { listed } from "./terms";

/** Names of one certificate, in lower case. */
const sameCertificate: string[][] = [
  ["cpa", "注册会计师", "certified public accountant", "中国注册会计师", "cicpa"],
  ["cfa", "特许金融分析师", "chartered financial analyst"],
  ["acca", "特许公认会计师"],
  ["cma", "管理会计师", "certified management accountant"],
  ["cia", "国际注册内部审计师", "certified internal auditor"],
  ["frm", "金融风险管理师", "financial risk manager"],
  ["税务师", "注册税务师", "certified tax agent"],
  ["初级会计", "初级会计师", "初级会计职称", "助理会计师"],
  ["中级会计", "中级会计师", "中级会计职称"],
  ["高级会计", "高级会计师", "高级会计职称"],
  ["pmp", "项目管理专业人士", "project management professional"],
  ["csm", "certified scrummaster", "certified scrum master"],
  ["cka", "certified kubernetes administrator"],
  ["ckad", "certified kubernetes application developer"],
  ["aws", "aws certified", "aws 认证", "aws认证"],
  ["azure", "azure fundamentals", "azure administrator", "microsoft certified: azure", "azure 认证"],
  ["rhce", "红帽认证工程师", "red hat certified engineer"],
  ["rhcsa", "red hat certified system administrator"],
  ["ccna", "cisco certified network associate"],
  ["ccnp", "cisco certified network professional"],
  ["cissp", "certified information systems security professional"],
  ["ocp", "oracle certified professional"],
  ["软考", "软件设计师", "系统架构设计师", "信息系统项目管理师", "网络工程师证", "系统分析师", "软考高级", "软考中级"],
  ["法律职业资格", "法律职业资格证", "司法考试", "法考", "bar admission", "admitted to the bar"],
  ["教师资格", "教师资格证", "teaching certificate", "teaching license", "qualified teacher status"],
  ["护士执业", "护士资格证", "护士执业证", "registered nurse", "rn"],
  ["执业医师", "医师资格证", "medical license"],
  ["人力资源管理师", "企业人力资源管理师"],
  ["驾照", "驾驶证", "driver's license", "driving licence", "driving license"],
  ["cet-6", "cet6", "大学英语六级", "英语六级", "六级"],
  // Who passed band 6 has passed band 4.
  ["cet-4", "cet4", "大学英语四级", "英语四级", "四级", "cet-6", "cet6", "六级"],
  ["tem-8", "专八", "专业八级", "英语专业八级"],
  ["六西格玛", "six sigma"],
  ["证券从业", "证券从业资格", "证券从业资格证"],
  ["基金从业", "基金从业资格", "基金从业资格证"],
];

/** Sat for, not yet held. */
const running =
  /备考|在考|报考|考试中|已过.{0,4}[科门]|通过.{0,4}[科门]|in progress|candidate|pursuing|expected|studying (?:for|towards?)|working towards?|exam(?:s)? (?:passed|scheduled)|level (?:i|ii|1|2)\b/i;
const nameless =
  /证书|资格证|资格|认证|执照|职称|certificat(?:es?|ions?)|certified|licen[cs]es?|\b(?:valid|current|active|hold(?:er|s|ing)?)\b|持有|持|有效|工程师证|证$/gi;

/** Certificates by any of their names, anywhere in the resume. Alternatives as in readTerms. */
export function judgeCertificate(requirement: string, evidence: Evidence): Judgement {
  const groups = readCertificates(requirement);
  if (groups.length === 0) return judgement("unknown", 0.3, statement("not_readable"));
  const found = groups.map((group) => {
    const seen = group.flatMap(({ label, names }) =>
      names.flatMap((name) => placesOfName(name, evidence)).map((place) => ({ label, place })),
    );
    const held = seen.find(({ place }) => !running.test(lineAround(evidence, place.start, place.end)));
    return { label: group.map(({ label }) => label).join(" / "), seen: seen[0], held };
  });
  const asked = listed(found.map(({ label }) => label));
  const seen = found.flatMap(({ seen, held }) => held ?? seen ?? []);
  if (seen.length === 0) return judgement("unknown", 0.6, statement("certificate_absent", { name: asked }));

  const quotes = uniqueQuotes(seen.map(({ place }) => evidence.quoteAround(place)));
  const held = found.flatMap((one) => one.held ?? []);
  const name = listed((held.length > 0 ? held : seen).map(({ label }) => label));
  if (held.length === 0)
    return judgement("partly", 0.6, statement("certificate_running", { name }), quotes, pointsOfShares(0.3));
  if (held.length < groups.length) {
    const missing = listed(found.filter((one) => !one.held).map(({ label }) => label));
    const points = pointsOfShares(held.length / groups.length);
    return judgement("partly", 0.7, statement("certificate_partly", { name, missing }), quotes, points);
  }
  const listedSpans = evidence.profile.certificates.flatMap(({ spans }) => spans);
  const isListed = held.every(({ place }) => listedSpans.some((span) => isIn(place, span)));
  return judgement("met", isListed ? 0.9 : 0.7, statement("certificate_found", { name }), quotes);
}

type Certificate = { label: string; names: string[] };

/** Each certificate asked for with its alternatives, and each of these by all its names. */
function readCertificates(requirement: string): Certificate[][] {
  const groups = readTerms(requirement.replace(nameless, " "), { hasClauses: true, hasSkills: false });
  return groups.map((group) => group.map(({ label }) => ({ label, names: namesOf(label.trim().toLowerCase()) })));
}

function namesOf(name: string): string[] {
  const isSame = (one: string) => one === name || (name.length > 3 && one.startsWith(name));
  return [...new Set([name, ...(sameCertificate.find((names) => names.some(isSame)) ?? [])])];
}

/** Short names are acronyms and count in capitals only. A platform's bare name is a skill; its certificate says so on the line. */
function placesOfName(name: string, evidence: Evidence) {
  const isPlatform = [
    "aws",
    "azure",
    "gcp",
    "google cloud",
    "oracle",
    "cisco",
    "kubernetes",
    "华为",
    "阿里云",
  ].includes(name);
  return evidence.findTerm(name).filter(({ start, end }) => {
    const written = evidence.text.slice(start, end);
    if (/^[a-z0-9]{2,4}$/.test(name) && written !== written.toUpperCase()) return false;
    return !isPlatform || /认证|证书|certif/i.test(lineAround(evidence, start, end));
  });
}

function lineAround({ folded }: Evidence, start: number, end: number) {
  const from = Math.max(folded.lastIndexOf("\n", start) + 1, start - 80);
  const next = folded.indexOf("\n", end);
  return folded.slice(from, Math.min(next < 0 ? folded.length : next, end + 80));
}

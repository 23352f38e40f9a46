import { englishNumbers, readChineseNumber } from "@/lib/resume/parsing/number-words";
import { findQuantities } from "@/lib/resume/parsing/quantities";

/** A number with what it counts. Two can be compared only when `unit` is the same; times are in seconds. */
export type Figure = { unit: string; value: number; start: number; end: number };

const han = "一二两三四五六七八九十百千";
const word = Object.keys(englishNumbers).join("|");
const number = `(?<![\\d.,a-z${han}万亿])(?<number>\\d[\\d,]*(?:\\.\\d+)?(?:\\s*(?:万|亿|千(?!克|米|瓦)|百|thousand\\b|million\\b|billion\\b|k(?![a-z])))?|[${han}零]{1,9}(?:点[${han}零]{1,3})?(?:万|亿)?|(?:(?:${word})[- ]){0,8}(?:${word}|million|billion))`;
const more = "\\s*(?:(?:多|余|来|\\+)\\s*)?";

/** Longer times belong to jobs and schools, which are compared as such. */
const times: [pattern: string, seconds: number][] = [
  ["毫秒|ms(?![a-z])|milliseconds?", 0.001],
  ["秒钟?(?!杀)|seconds?|secs?\\b", 1],
  ["分钟|minutes?|mins?\\b", 60],
  ["个?(?:半)?小时|个钟头?|hours?", 3600],
  ["天(?!猫)|days?", 86_400],
];
const counted: [name: string, pattern: string][] = [
  ["stores", "(?:家|个)?(?:门店|店铺|店面)|stores?|shops?"],
  ["cities", "(?:座|个)?城市|cities"],
  ["countries", "个?国家|countries"],
  ["clients", "(?:家|个|位|名)?(?:企业)?客户|(?:\\w{1,20} )?(?:clients?|customers?|accounts)"],
  ["suppliers", "(?:家|个)?供应商|suppliers?|vendors?"],
  ["services", "个?(?:微服务|服务)(?!器|员)|(?:micro)?services?"],
  ["interfaces", "个?接口|endpoints?|apis"],
  ["servers", "台?(?:服务器|机器)|个?(?:节点|实例)|servers?|nodes?|instances?"],
  ["orders", "万?(?:单|笔|个订单|笔订单)(?!位|独|价|纯|元)|orders?"],
  ["invoices", "张?发票|张票据|invoices?"],
  ["contracts", "(?:份|个)合同|contracts"],
  ["events", "场(?:活动|展会|培训|会议)?|events?"],
  ["articles", "篇(?:文章|论文|稿件)?|articles?"],
  ["lines", "行代码|lines of code"],
];
const rules: { unit: string; scale: number; pattern: RegExp }[] = [
  ...times.map(([pattern, scale]) => ({ unit: "time", scale, pattern: after(pattern) })),
  { unit: "percent", scale: 1, pattern: after("%|％|个?百分点|percent(?:age points?)?") },
  { unit: "percent", scale: 1, pattern: new RegExp(`百分之(?<number>[${han}零点\\d.]+)`, "giu") },
  { unit: "factor", scale: 1, pattern: after("倍|times (?:faster|as|more|larger)|-?fold") },
  ...counted.map(([unit, pattern]) => ({ unit, scale: 1, pattern: after(pattern) })),
];

function after(unit: string) {
  return new RegExp(`${number}${more}(?:${unit})`, "giu");
}

/** What is only hoped for is no figure. */
const hoped = /目标|预计|计划|希望|打算|如果|假如|\b(?:target|goal|aim|plan|expect|hope|would|if)\w*\b/i;

/** Numbers of a folded sentence with their unit or noun, in reading order; none of people, which are compared as teams. */
export function readFigures(text: string): Figure[] {
  if (hoped.test(text)) return [];
  // "三百多万" at the same length.
  const folded = text.replace(/([十百千\d])([多余来])([万亿])/g, "$1$3$2");
  const found: Figure[] = [];
  const add = (figure: Figure) => {
    if (figure.value > 0 && !found.some((other) => figure.start < other.end && other.start < figure.end))
      found.push(figure);
  };
  for (const { unit, value, purpose, start, end } of findQuantities(folded))
    if (unit !== "people") add({ unit: purpose ? `${unit} ${purpose}` : unit, value, start, end });
  for (const { unit, scale, pattern } of rules)
    for (const match of folded.matchAll(pattern)) {
      const value = scale * readSpoken(match.groups?.number ?? "");
      add({ unit, value, start: match.index, end: match.index + match[0].length });
    }
  return found.toSorted((a, b) => a.start - b.start);
}

const scales: [RegExp, number][] = [
  [/万$/, 1e4],
  [/亿$/, 1e8],
  [/billion$/, 1e9],
  [/million$/, 1e6],
  [/(?:thousand|k|千)$/, 1e3],
  [/百$/, 100],
];

/** "1,200", "3 万", "一百二十", "三十二点五", "two hundred and fifty thousand" as a number; 0 for what is none. */
export function readSpoken(text: string): number {
  const said = text.trim().toLowerCase();
  if (/^\d/.test(said)) {
    const scale = scales.find(([pattern]) => pattern.test(said))?.[1] ?? 1;
    return Number((/^[\d,]+(?:\.\d+)?/.exec(said)?.[0] ?? "0").replaceAll(",", "")) * scale;
  }
  if (/^\p{Script=Han}/u.test(said)) {
    const [whole = "", part = ""] = said.replace(/[万亿]$/, "").split("点");
    const decimals = [...part].map((digit) => Math.max(0, "零一二三四五六七八九".indexOf(digit))).join("");
    const scale = said.endsWith("万") ? 1e4 : said.endsWith("亿") ? 1e8 : 1;
    return Number(`${readChineseNumber(whole.replaceAll("零", ""))}.${decimals || "0"}`) * scale;
  }
  let sum = 0;
  let current = 0;
  for (const one of said.split(/[- ]+/)) {
    const value = one === "million" ? 1e6 : one === "billion" ? 1e9 : (englishNumbers[one] ?? 0);
    if (value >= 1000) {
      sum += (current || 1) * value;
      current = 0;
    } else current = value === 100 ? (current || 1) * 100 : current + value;
  }
  return sum + current;
}

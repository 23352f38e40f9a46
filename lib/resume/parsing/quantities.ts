import { englishNumbers, readChineseNumber } from "./number-words";

/** An amount with its unit. Two can be compared only when `unit` is the same; `purpose` tells a budget from a turnover. */
export type Quantity = { unit: Unit; purpose: Purpose | null; value: number; start: number; end: number };
export type Unit =
  | ("daily_users" | "monthly_users" | "users" | "qps" | "tps" | "people" | "bytes" | "records")
  | ("cny" | "usd" | "eur" | "gbp" | "unnamed_currency");
type Purpose = "budget" | "revenue";

const digits = "\\d[\\d,]{0,14}(?:\\.\\d{1,6})?";
const han = "[一二两三四五六七八九十]{1,3}";
const english = Object.keys(englishNumbers).join("|");
const amount = [
  `(?:(?:${digits}|${han}|[数几上])\\s{0,4})?[十百千]?(?:万亿|万|亿)`,
  `(?:${han}|[数几上])?[百千](?![十百千万亿])`,
  `${digits}\\s{0,4}(?:million|billion|thousand|mn|bn|[kmbw](?![a-z\\d]))?`,
  `(?:(?:${english})\\s+)?(?:million|billion|thousand)`,
  "(?:millions|billions|thousands)(?=\\s+of)",
].join("|");
const number = `(?<![\\d.,a-z一二两三四五六七八九十百千])(?<amount>${amount})`;
/** "10万+ 的", "百万级". */
const tail = "\\s{0,4}(?:(?:\\+|多|余|plus|or more|以上|级别?){1,3}\\s{0,4})?(?:的\\s{0,4})?";
const more = "(?:\\s{0,4}(?:级别?|\\+|多|余))?(?:\\s{0,4}以上)?";
const gap = "[^\\d，。,;；\\n]{0,10}?";

const daily = "日活(?:跃)?(?:用户)?(?:数|量)?|\\bdau\\b|daily active users?";
const monthly = "月活(?:跃)?(?:用户)?(?:数|量)?|\\bmau\\b|monthly active users?";
const userNoun = "用户(?:数|量|规模)?|user base";
const queries = "\\bqps\\b|\\brps\\b|requests? (?:per|a) second|requests?/s\\b|每秒(?:请求|查询)";
const transactions = "\\btps\\b|transactions? (?:per|a) second|每秒(?:交易|事务)";
const staff = "people|engineers?|developers?|members?|staff|designers?|analysts?";

const either = (word: string) => [`(?:${word})${gap}${number}${more}`, `${number}${tail}(?:of\\s+)?(?:${word})`];
/** Named currencies before those that go by a word such as 预算. */
const patterns: [Unit, string[]][] = [
  ["daily_users", either(daily)],
  ["monthly_users", either(monthly)],
  ["qps", either(queries)],
  ["tps", either(transactions)],
  [
    "users",
    [
      `(?:${userNoun})${gap}${number}${more}`,
      `${number}${tail}(?:of\\s+)?(?:(?:名|个|位)?(?:注册|付费|活跃|企业|个人)?用户|(?:[a-z-]+\\s+){0,2}(?:users|customers|subscribers)\\b)`,
    ],
  ],
  [
    "people",
    [
      `${number}\\s{0,4}(?:(?:\\+|多|余)\\s{0,4})?(?:人|名|位)(?:以上)?(?:的)?[\\p{Script=Han}]{0,4}(?:团队|小组|项目组|部门)`,
      `(?:团队|小组|项目组)(?:规模|人数)?[^\\d，。,;；\\n]{0,6}?${number}\\s{0,4}(?:(?:多|余)\\s{0,4})?(?:人|名)`,
      `(?:team|group|crew|staff) of (?:(?:over|about|up to|around|at least|more than) )?${number}`,
      `${number}[- ](?:person|people|member|man)\\b`,
      `${number}(?:\\s{0,4}\\+)?\\s{1,4}(?:[\\w-]+\\s{1,4})?(?:${staff})\\b`,
    ],
  ],
  [
    "records",
    [
      `${number}${tail}(?:条(?:数据|记录|消息|日志)?|(?:of\\s+)?(?:[a-z-]+\\s+)?(?:records|rows|documents|messages|events)\\b)`,
    ],
  ],
  [
    "usd",
    [`(?:us)?\\$\\s{0,4}${number}`, `usd\\s{0,4}${number}`, `${number}${tail}(?:美元|美金|usd\\b|(?:us )?dollars?\\b)`],
  ],
  ["eur", [`(?:€|eur\\b)\\s{0,4}${number}`, `${number}${tail}(?:欧元|euros?\\b|eur\\b)`]],
  ["gbp", [`(?:£|gbp\\b)\\s{0,4}${number}`, `${number}${tail}(?:英镑|pounds?\\b|gbp\\b)`]],
  [
    "cny",
    [
      `(?:[¥￥]|rmb|cny|人民币)\\s{0,4}${number}`,
      `${number}${tail}(?:元|人民币|rmb\\b|cny\\b|yuan\\b)`,
      `(?:预算|投资额?|造价|合同(?:额|金额)|金额|营收|销售额|产值|流水|收入)${gap}${number}${more}`,
    ],
  ],
  [
    "unnamed_currency",
    [
      `\\b(?:budgets?|contracts?|revenues?)\\s+(?:(?:of|over|above|up|to|at|least|more|than|worth)\\s+)*${number}`,
      `${number}\\s+(?:project\\s+)?(?:budgets?|contracts?|revenues?)\\b`,
    ],
  ],
];
const rules = patterns.flatMap(([unit, all]) => all.map((one) => ({ unit, pattern: new RegExp(one, "giu") })));
const size = new RegExp(`(?<![\\d.a-z])(?:(?<amount>${digits})\\s{0,4})?(?<unit>[gtpe]b)(?![a-z])`, "gi");
const bytes: Record<string, number> = { gb: 1e9, tb: 1e12, pb: 1e15, eb: 1e18 };

/** Every rule needs one of each. */
const anyAmount = /[\d万亿百千]|illion|thousand|[gtpe]b/i;
const anyUnit =
  /日活|月活|用户|[dm]au\b|users|user base|customers|subscribers|[qrt]ps\b|per second|a second|\/s\b|每秒|团队|小组|项目组|部门|team|group|crew|staff|person|people|man\b|member|engineer|developer|designer|analyst|条|records|rows|documents|messages|events|[¥￥$€£元]|人民币|rmb|cny|yuan|美金|usd|dollar|eur|英镑|pound|gbp|预算|投资|造价|合同|金额|营收|销售额|产值|流水|收入|budget|contract|revenue|[gtpe]b(?![a-z])/i;

/** What is only hoped for is no size. */
const hoped =
  /(?:目标|预计|计划|拟|规划)[^，。；\n]{0,4}$|(?:target|goal|aim|plan|expect)\w{0,4}\s+(?:\w{1,20}\s+){0,2}$/i;
const budget = /预算|投资|造价|合同|budget|contract|cost/i;
const revenue = /营收|销售额|产值|流水|收入|gmv|revenue|sales|turnover/i;

/** Amounts of users, requests, people, data and money in a text, in reading order, none in another. */
export function findQuantities(text: string): Quantity[] {
  if (!anyAmount.test(text) || !anyUnit.test(text)) return [];
  const found: Quantity[] = [];
  const add = (unit: Unit, value: number, match: RegExpMatchArray) => {
    const start = match.index ?? 0;
    const end = start + match[0].length;
    if (value <= 0 || found.some((other) => start < other.end && other.start < end)) return;
    if (hoped.test(text.slice(Math.max(0, start - 24), start)) || hoped.test(match[0].split(/\d/)[0] ?? "")) return;
    found.push({ unit, value, start, end, purpose: isMoney(unit) ? purposeAt(text, start, end) : null });
  };
  for (const { unit, pattern } of rules)
    for (const match of text.matchAll(pattern)) add(unit, readAmount(match.groups?.amount ?? ""), match);
  for (const match of text.matchAll(size)) {
    const scale = bytes[match.groups?.unit?.toLowerCase() ?? ""] ?? 0;
    add("bytes", scale * (match.groups?.amount ? readAmount(match.groups.amount) : 1), match);
  }
  return found.toSorted((a, b) => a.start - b.start);
}

/**
 * Whether an amount is as much as another: null where they cannot be compared. Users a day or a month are users, so
 * enough of them is enough users; too few of them says nothing.
 */
export function shareOf(stated: Quantity, asked: Quantity): number | null {
  const share = stated.value / asked.value;
  if (asked.unit === "users" && (stated.unit === "daily_users" || stated.unit === "monthly_users"))
    return share >= 1 ? share : null;
  if (stated.unit !== asked.unit) return null;
  return stated.purpose && asked.purpose && stated.purpose !== asked.purpose ? null : share;
}

/** "500 万", "1.2亿", "百万", "3k", "five million", "数百万" (at least one) as a number. */
export function readAmount(text: string): number {
  const word = text.trim().toLowerCase();
  const scale =
    [
      ...([
        [/万亿/, 1e12],
        [/亿/, 1e8],
        [/万/, 1e4],
        [/million|mn$/, 1e6],
        [/billion|bn$/, 1e9],
      ] as const),
      ...([
        [/thousand/, 1e3],
        [/^\d.*k$/, 1e3],
        [/^\d.*m$/, 1e6],
        [/^\d.*b$/, 1e9],
        [/^\d.*w$/, 1e4],
      ] as const),
    ].find(([pattern]) => pattern.test(word))?.[1] ?? 1;
  const figure = new RegExp(`^${digits}`).exec(word)?.[0];
  if (figure) {
    const thousands = /^[\d,.]+\s*([十百千])/.exec(word)?.[1];
    return Number(figure.replaceAll(",", "")) * (thousands ? readChineseNumber(thousands) : 1) * scale;
  }
  const spoken = /^[a-z]+/.exec(word)?.[0] ?? "";
  if (spoken in englishNumbers && scale > 1) return (spoken === "thousand" ? 1 : (englishNumbers[spoken] ?? 1)) * scale;
  const counted = word.replace(/^[数几上]/, "").match(/^[一二两三四五六七八九十百千]+/)?.[0];
  return (counted ? readChineseNumber(counted) : 1) * scale;
}

export function isMoney(unit: Unit): boolean {
  return ["cny", "usd", "eur", "gbp", "unnamed_currency"].includes(unit);
}

function purposeAt(text: string, start: number, end: number): Purpose | null {
  const near = text.slice(Math.max(0, start - 20), end + 16);
  if (budget.test(near)) return "budget";
  return revenue.test(near) ? "revenue" : null;
}

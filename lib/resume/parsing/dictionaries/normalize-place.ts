import chinese from "@/data/places-cn.json" with { type: "json" };
import world from "@/data/places-world.json" with { type: "json" };
import { foldWidth, hasHan } from "../fold";
import { type Division, divisionAt, divisionsOf, longestName } from "./divisions";
import { countryOf } from "./nationalities";

/** What may stand before a place without saying which. */
const lead =
  /^(?:(?:现|目前|当前|常|家)?(?:居住?|住|所在)(?:于|在|地区?|城市|地址)?|籍贯|户口(?:所在地|地址)?|户籍(?:所在地|地址)?|出生地|生源地|家庭住址|通讯地址|联系地址|地址|城市|(?:期望|意向|目标)?(?:工作)?(?:地点|城市)|坐标|位于|base(?:d in)?|中国|中华人民共和国|china)[\s:：,，-]*/i;
const separators = /^[\s·,，、/|>_-]+/;
/** Districts whose short name is an everyday word: 光明, 平安, 和平. Alone they are no place. */
const words = new Set(
  "和平 前进 友好 解放 工农 光明 平安 安定 共和 公安 大方 方正 东方 合作 爱民 振兴 运河 和顺 民乐 富裕 城中 城东 城西 城北 城关 港口 站前 老城 新城 新建 新兴 新华 开平 太平 永安 高明 高阳 高平 安宁 建安 建华 明山 明光 文峰 文圣 向阳 东城 西城 山阳 元宝 双城 大同 中原 中站 平原 平定 平和 正阳 万年 万全 三元 凤凰 长寿 长安 长乐 复兴 兴隆 兴安 兴业 华容 华龙 南部 麒麟 海港 台前 延平 金台 永和 天台 友谊 龙凤 梁山 独山 白云 牡丹 芙蓉 莲花 玉树 景泰 理塘 红旗 天桥 古城 清水 安居 资源 东风".split(
    " ",
  ),
);

/**
 * A stated place as 中国-省-市-区县, cut where it stops being certain; null when it is no place.
 *
 * Official names are kept whole (中国-广东省-深圳市-南山区). Municipalities, Hong Kong and Macau have no city level
 * (中国-北京市-海淀区), nor have counties directly under a province (中国-湖北省-仙桃市). A name that several places
 * share is resolved by the places beside it; 朝阳区 alone is only 中国. Places abroad give their country: 美国.
 */
export function normalizePlace(text: string): string | null {
  let plain = foldWidth(text).trim();
  if (plain === "" || plain.length > 200) return null;
  for (let previous = ""; previous !== plain; ) {
    previous = plain;
    plain = plain.replace(lead, "").replace(separators, "").trim();
  }
  if (plain === "") return /中国|china/i.test(text) ? "中国" : null;
  const path = hasHan(plain) ? chinesePath(plain) : englishPath(plain);
  return path ? ["中国", ...path].join("-") : (countryOf(plain) ?? countryOfCity(plain));
}

/** Reads names one behind the other; each must lie within, or around, what the ones before it leave open. */
function chinesePath(text: string): string[] | null {
  let open: readonly Division[] | null = null;
  for (let at = 0; at < text.length; ) {
    const step = nextName(text, at, open);
    if (step) {
      open = step.divisions;
      at = step.end;
      const gap = separators.exec(text.slice(at));
      if (gap) at += gap[0].length;
      continue;
    }
    if (!open) return null;
    const suffix = /^[省市区县州]/.exec(text.slice(at));
    if (!suffix) break;
    at += 1;
  }
  return open ? sharedPath(open) : null;
}

function nextName(text: string, at: number, open: readonly Division[] | null) {
  const most = Math.min(longestName(text[at] ?? ""), text.length - at);
  for (let length = most; length >= 2; length -= 1) {
    const name = text.slice(at, at + length);
    const named = divisionsOf(name);
    if (named.length === 0) continue;
    const divisions = open ? within(open, named) : openingSense(name, named, text.length === length);
    if (divisions.length > 0) return { divisions, end: at + length };
  }
  return null;
}

/** Narrows either way: 深圳 → 南山区 goes down, 南山区, 深圳 rules out the other 南山区. */
function within(open: readonly Division[], named: readonly Division[]): readonly Division[] {
  const below = named.filter((next) => open.some((known) => isAncestor(known, next)));
  if (below.length > 0) return below;
  return open.filter((known) => named.some((next) => isAncestor(next, known)));
}

/** The first name: the highest level wins (吉林 is the province); a short county name must be the whole text. */
function openingSense(name: string, named: readonly Division[], isWhole: boolean): readonly Division[] {
  for (const level of ["province", "city"] as const) {
    const divisions = named.filter((division) => division.level === level);
    if (divisions.length > 0) return divisions;
  }
  const isOfficial = /[区县市旗]$/.test(name) && name.length >= 3;
  if (isOfficial || name in chinese.areas) return named;
  const isShortCity = named.every(({ path }) => path.at(-1)?.endsWith("市"));
  return (isWhole || isShortCity) && !words.has(name) ? named : [];
}

function isAncestor(upper: Division, lower: Division): boolean {
  return upper.path.length <= lower.path.length && upper.path.every((name, index) => name === lower.path[index]);
}

function sharedPath(divisions: readonly Division[]): string[] {
  const [first, ...others] = divisions.map(({ path }) => path);
  return (first ?? []).filter((_, index) =>
    others.every((path) => path.slice(0, index + 1).join() === first?.slice(0, index + 1).join()),
  );
}

const englishKey = (name: string) => name.toLowerCase().replace(/[\s'’-]/g, "");
const english = new Map(
  Object.entries(chinese.english).map(([name, paths]) => [englishKey(name), paths.split(" ").map(divisionAt)]),
);
const englishDistricts = new Map(
  Object.entries(chinese.englishDistricts).map(([name, paths]) => [englishKey(name), paths.split(" ").map(divisionAt)]),
);
/** Cities that share their spelling with a lesser one: Suzhou is the one in Jiangsu unless Anhui is named. */
const preferred = new Set(["suzhou", "fuzhou", "jilin", "hainan"]);

/** "Shenzhen, Guangdong, China", "Haidian District, Beijing": tokens in any order must agree. */
function englishPath(text: string): string[] | null {
  const tokens = text
    .split(/(?<!\s)\s*[,;/|()-]\s*/)
    .map((token) => token.replace(/(?<!\s)\s+\d{4,6}$/, ""))
    .filter((token) => token !== "");
  const isChina = tokens.some((token) => /^(?:P\.?\s?R\.?\s?)?China(?: Mainland)?$|^PRC$/i.test(token));
  const readings = tokens.map((token) => {
    const key = englishKey(token.replace(/(?<!\s)\s+(?:city|province|municipality|sar)$/i, ""));
    const isDistrict = /\s(?:district|new area)$/i.test(token);
    const district = englishDistricts.get(englishKey(token.replace(/(?<!\s)\s+(?:district|new area)$/i, ""))) ?? [];
    const place = isDistrict ? [] : (english.get(key) ?? []);
    return { key, isDistrict, all: [...place, ...district].filter((division) => division !== undefined) };
  });
  const tops = readings.filter(({ key, isDistrict }) => !isDistrict && english.has(key));
  if (tops.length === 0)
    return readings.some(({ isDistrict, all }) => isDistrict && all.length > 0)
      ? sharedPath(readings.flatMap(({ isDistrict, all }) => (isDistrict ? all : [])))
      : isChina
        ? []
        : null;
  let open: readonly Division[] = [];
  for (const { key, all } of [...tops, ...readings.filter((reading) => !tops.includes(reading))]) {
    const narrowed = open.length > 0 ? within(open, all) : all.filter(({ level }) => level !== "county");
    if (narrowed.length > 0) open = narrowed;
    if (narrowed.length > 1 && tops.length === 1 && preferred.has(key)) open = narrowed.slice(0, 1);
  }
  return open.length > 0 ? sharedPath(open) : null;
}

const states = new Set([
  ...Object.keys(world.usStates),
  ...Object.values(world.usStates).map((name) => name.toLowerCase()),
]);

/** "Austin, TX" names no country, but a state has one. */
function countryOfCity(text: string): string | null {
  const tokens = text.split(/(?<!\s)\s*,\s*/).map((token) => token.replace(/(?<!\s)\s+\d{5}(?:-\d{4})?$/, ""));
  const last = tokens.at(-1) ?? "";
  if (tokens.length > 1 && (states.has(last) || states.has(last.toLowerCase())) && !/^(?:tbilisi|batumi)/i.test(text))
    return "美国";
  for (const token of tokens.toReversed()) {
    const country = countryOf(token);
    if (country) return country;
  }
  return null;
}

import world from "@/data/places-world.json" with { type: "json" };
import { type Division, divisionsOf, longestName, shortCity, shortProvince } from "./divisions";
import { countryCodeOf } from "./nationalities";

export { normalizePlace } from "./normalize-place";

const worldCities = new Set(world.cities.map((name) => name.toLowerCase()));
const regionCodes = new Set([...Object.keys(world.usStates), ...Object.keys(world.otherRegions)]);
const regions = new Set(
  [...Object.values(world.usStates), ...Object.values(world.otherRegions), ...world.regions, ...world.countries].map(
    (name) => name.toLowerCase(),
  ),
);

/** Whether the whole text is a place: 上海, 广东省深圳市, "Seattle, WA", "Bremen, Germany", "Remote". */
export function isPlace(text: string): boolean {
  const plain = text.trim().replace(/^[(（[]|[)）\]。]$/g, "");
  if (plain === "" || plain.length > 60) return false;
  if (/^(?:远程|全国|海外|在家办公|remote|hybrid|on-?site|work from home|wfh)(?:\s*[(（,，].*)?$/i.test(plain))
    return true;
  if (/\p{Script=Han}/u.test(plain))
    return (
      isChinesePlace(plain) ||
      regions.has(plain) ||
      worldCities.has(plain) ||
      plain.split(/[和与、/]/).every(isPlaceAbroad)
    );
  const tokens = plain.split(/(?<!\s)\s*(?:,|\/|&|\band\b|·)\s*/).filter((token) => token !== "");
  return (
    tokens.length > 0 &&
    tokens.length <= 5 &&
    tokens.every((token, index) => isPlaceToken(token, index)) &&
    tokens.some(isKnownPlace)
  );
}

/** One comma-separated token of a place: a city, state, code, country or post code. */
export function isKnownPlace(token: string): boolean {
  const plain = token
    .trim()
    .replace(/(?<!\s)\s+\d{4,6}(?:-\d{4})?$/, "")
    .replace(/^(?:greater|downtown)\s+/i, "")
    .replace(/(?<!\s)\s+(?:area|metro|region|remote|\(remote\))$/i, "");
  const folded = plain.toLowerCase();
  return regionCodes.has(plain) || worldCities.has(folded) || regions.has(folded) || cityWithState(plain);
}

function isPlaceToken(token: string, index: number): boolean {
  if (isKnownPlace(token) || /^\d{4,6}$/.test(token) || /^(?:remote|hybrid)$/i.test(token)) return true;
  return index === 0 && /^\p{Lu}[\p{L}.'-]+(?: \p{Lu}?[\p{L}.'-]+){0,2}$/u.test(token);
}

function cityWithState(text: string): boolean {
  const match = /^(\p{Lu}[\p{L}.' -]{2,24}) ([A-Z]{2})$/u.exec(text);
  return match?.[2] !== undefined && regionCodes.has(match[2]) && worldCities.has((match[1] ?? "").toLowerCase());
}

export function isRegionOrCountry(token: string): boolean {
  const plain = token.trim();
  return regionCodes.has(plain) || regions.has(plain.toLowerCase());
}

/** "坦佩，亚利桑那州": a town nobody lists, written by its sound, before what ends like a state abroad. */
export function isTownInState(text: string): boolean {
  const [, town = "", state = ""] = /^(\p{Script=Han}{2,8})[,，]\s?(\p{Script=Han}{2,10}[州省国郡])$/u.exec(text) ?? [];
  return town !== "" && !isChinesePlace(state) && [...town].every((letter) => lettersOfSound.has(letter));
}

/** Characters that write foreign names by their sound. */
const lettersOfSound = new Set(
  "阿艾埃安奥巴贝比彼宾波伯布查达戴丹道德登邓迪蒂丁杜顿多厄恩尔法费芬弗夫福盖冈戈格哥根圭哈海汉赫亨胡华霍基吉加贾杰金卡凯坎康考科克肯库昆拉莱兰朗劳勒雷里黎丽利莉列林琳隆卢鲁路伦罗洛马迈麦曼梅门蒙米密明莫姆穆默纳奈内尼宁纽努诺欧帕派潘庞培佩彭皮珀普奇乔切琼丘萨塞森沙山尚圣什史斯丝苏索塔泰坦汤特滕提廷图托瓦万威韦维温文沃渥乌伍西希锡夏肖谢辛休亚扬耶伊因英尤约泽扎詹兹佐",
);

export function isRegionCode(token: string): boolean {
  return regionCodes.has(token.trim().replace(/(?:(?<!\s)\s+\d{5}(?:-\d{4})?|\.)$/, ""));
}

export function isWorldCity(token: string): boolean {
  return worldCities.has(token.trim().toLowerCase());
}

/** Chinese place names within a text, longest first at each place. */
export function findChinesePlaces(text: string): { name: string; start: number; end: number; isCity: boolean }[] {
  const found: { name: string; start: number; end: number; isCity: boolean }[] = [];
  for (let start = 0; start < text.length; ) {
    const name = nameAt(text, start);
    if (name) found.push({ name, start, end: start + name.length, isCity: !isProvince(name) });
    start += name?.length ?? 1;
  }
  return found;
}

/** Longest name at a place of the text that tells a place without one beside it. */
function nameAt(text: string, start: number): string | null {
  const most = Math.min(longestName(text[start] ?? ""), text.length - start);
  for (let length = most; length >= 2; length -= 1) {
    const name = text.slice(start, start + length);
    if (divisionsOf(name).some((division) => isPlain(name, division))) return name;
  }
  return null;
}

/** Common words, an insurer and a film studio among the short names of cities. */
const words = new Set(["合作", "东方", "太保", "新星", "白杨", "双河", "大安", "南宫", "天门", "同仁"]);

/**
 * Cities and provinces go by their short names too, counties only by their full one: 东城 and 和平 are words.
 * 城区 and 新县 (in 创新县域) say nothing either.
 */
function isPlain(name: string, { path, level }: Division): boolean {
  const official = path.at(-1) ?? "";
  if (words.has(name)) return false;
  if (level === "province") return name === official || name === shortProvince(official);
  if (level === "city") return name === official || name === shortCity(official) || name.endsWith("州");
  if (/[市区县旗]$/.test(name)) return name.length >= 3;
  return official === `${name}市` && path[0] !== "台湾省";
}

const fillers = /^[\s·,，、/-]+/;
const localEnd = /^(?:\p{Script=Han}{1,6}(?:区|县|镇|街道|新区|开发区|高新区))?(?:或?(?:全国|远程))?$/u;

/** Names one behind the other and nothing else but a district or town at the end. */
function isChinesePlace(text: string): boolean {
  let rest = text.replace(/^中国/, "").replace(fillers, "");
  for (let count = 0; ; count += 1) {
    if (count > 0 && localEnd.test(rest)) return true;
    const name = nameAt(rest, 0) ?? (divisionsOf(rest).length > 0 && /县$/.test(rest) ? rest : null);
    if (!name) return false;
    rest = rest
      .slice(name.length)
      .replace(/^[省市区]/, "")
      .replace(fillers, "");
  }
}

/** 韩国首尔, "美国·洛杉矶": a country other than China and a name behind it that ends like nothing but a town. */
function isPlaceAbroad(text: string): boolean {
  const rest = [2, 3, 4, 5]
    .flatMap((length) => (countryCodeOf(text.slice(0, length)) ? [text.slice(length)] : []))
    .at(-1);
  return (
    rest !== undefined &&
    // 韩国栋 is a person.
    /^[\s·,，、/-]?(?:\p{Script=Han}{2,5})?$/u.test(rest) &&
    !/[司团学院行队会部局所馆社厂网站店军校系族籍人语文]$/.test(rest)
  );
}

const cityProvinces = new Set(["北京", "上海", "天津", "重庆", "香港", "澳门"]);

function isProvince(name: string): boolean {
  return divisionsOf(name).some(({ level }) => level === "province") && !cityProvinces.has(shortProvince(name));
}

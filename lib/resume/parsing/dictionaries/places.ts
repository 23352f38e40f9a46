import chinese from "@/data/places-cn.json" with { type: "json" };
import world from "@/data/places-world.json" with { type: "json" };
import { escapeRegExp } from "../fold";

const provinces = Object.keys(chinese).map(shortName);
const chineseCities = Object.values(chinese).flatMap(({ cities }) => cities);
const chineseDistricts = Object.values(chinese).flatMap(({ districts }) => districts);
const fullNames = [...Object.keys(chinese), ...chineseCities, ...chineseDistricts];
/** 东城区 → 东城 would clash with words; only cities and provinces go by their short name. */
const shortCities = [...Object.keys(chinese), ...chineseCities].map(shortName).filter((name) => name.length >= 2);
const shortCounties = chineseDistricts
  .filter((name) => name.endsWith("市"))
  .map(shortName)
  .filter((name) => name.length >= 2);

const byLength = (names: string[]) =>
  [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join("|");
const chinesePattern = new RegExp(`(?:${byLength([...fullNames, ...shortCities, ...shortCounties])})`, "gu");
const chineseWhole = new RegExp(
  `^(?:中国)?[\\s·,，、/-]*(?:(?:${byLength([...fullNames, ...shortCities, ...shortCounties])})(?:省|市|区)?[\\s·,，、/-]*)+(?:\\p{Script=Han}{1,6}(?:区|县|镇|街道|新区|开发区|高新区))?(?:或?(?:全国|远程))?$`,
  "u",
);

const worldCities = new Set(world.cities.map((name) => name.toLowerCase()));
const regionCodes = new Set([...Object.keys(world.usStates), ...Object.keys(world.otherRegions)]);
const regions = new Set(
  [...Object.values(world.usStates), ...Object.values(world.otherRegions), ...world.countries].map((name) =>
    name.toLowerCase(),
  ),
);

/** Whether the whole text is a place: 上海, 广东省深圳市, "Seattle, WA", "Bremen, Germany", "Remote". */
export function isPlace(text: string): boolean {
  const plain = text.trim().replace(/^[(（[]|[)）\]]$/g, "");
  if (plain === "" || plain.length > 60) return false;
  if (/^(?:远程|全国|海外|在家办公|remote|hybrid|on-?site|work from home|wfh)(?:\s*[(（,，].*)?$/i.test(plain))
    return true;
  if (/\p{Script=Han}/u.test(plain)) return chineseWhole.test(plain) || regions.has(plain);
  const tokens = plain.split(/\s*(?:,|\/|&|\band\b|·)\s*/).filter((token) => token !== "");
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
    .replace(/\s+\d{4,6}(?:-\d{4})?$/, "")
    .replace(/^(?:greater|downtown)\s+/i, "")
    .replace(/\s+(?:area|metro|region|remote|\(remote\))$/i, "");
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

export function isRegionCode(token: string): boolean {
  return regionCodes.has(token.trim().replace(/\s+\d{5}(?:-\d{4})?$/, ""));
}

export function isWorldCity(token: string): boolean {
  return worldCities.has(token.trim().toLowerCase());
}

/** Chinese place names within a text, longest first at each place. */
export function findChinesePlaces(text: string): { name: string; start: number; end: number; isCity: boolean }[] {
  return [...text.matchAll(chinesePattern)].map((match) => ({
    name: match[0],
    start: match.index,
    end: match.index + match[0].length,
    isCity: !isProvince(match[0]),
  }));
}

function isProvince(name: string): boolean {
  const short = shortName(name);
  return (
    provinces.includes(short) && !["北京", "上海", "天津", "重庆", "香港", "澳门"].includes(short) && name !== "吉林市"
  );
}

function shortName(name: string): string {
  if (/^(?:内蒙古|广西|西藏|宁夏|新疆|香港|澳门)/.test(name) && !name.endsWith("市"))
    return name.startsWith("内蒙古") ? "内蒙古" : name.slice(0, 2);
  return name.replace(/(?:[\u4e00-\u9fa5]{1,3}族)*自治州$/, "").replace(/(?:省|市|地区)$/, "");
}

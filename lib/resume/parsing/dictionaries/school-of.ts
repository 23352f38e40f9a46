import chinese from "@/data/places-cn.json" with { type: "json" };
import schools from "@/data/schools.json" with { type: "json" };
import { foldWidth, hasHan } from "../fold";
import { divisionsOf, longestName } from "./divisions";
import { countryCodeOf } from "./nationalities";

/**
 * ResumeSDK's kinds of school: 0 ordinary, 1 985, 2 211 but not 985, 3 Hong Kong, Macau or Taiwan, 4 overseas,
 * 5 secondary, 6 vocational, 7 training.
 */
export type SchoolType = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
/** `rank` is the world rank, the first of its band beyond 100 (ARWU 2025); `country` an ISO 3166 code. */
export type School = { canonical: string; type: SchoolType; rank: number | null; country: string };

const known = new Map<string, School>();
const acronyms = new Map<string, School>();
let longestKnown = 0;
const tier985 = new Set(schools.tier985);
const tier211 = new Set(schools.tier211);

addMainland();
addRegions();
addWorld();
addOtherNames();

/** Which school a name means: campuses, faculties, old names, English names and 清华 or MIT included. */
export function schoolOf(name: string): School | null {
  const plain = foldWidth(name)
    .trim()
    .replace(/^["'“”《]+|(?<!["'“”》])["'“”》]+$/g, "");
  if (plain.length < 2 || plain.length > 120) return null;
  return hasHan(plain) ? chineseSchool(chineseName(plain)) : englishSchool(plain);
}

/** Without spaces, 中国人民解放军 in front and a degree behind. */
function chineseName(plain: string): string {
  return plain
    .replace(/\s+/g, "")
    .replace(/^中国人民解放军/, "")
    .replace(
      /(?<=大学|学院|学校)[-·]?(?:[A-Z]{2,4}|本科|专科|大专|硕士|博士|研究生|\((?:本科|专科|大专|硕士|博士|研究生|全日制|统招|自考|成教|函授)\))$/,
      "",
    );
}

function chineseSchool(plain: string): School | null {
  const exact = known.get(plain);
  if (exact) return exact;
  if (/公司|集团|出版社|幼儿园|小学/.test(plain)) return isTraining(plain) ? named(plain, 7) : null;
  if (isSecondary(plain)) return named(plain, 5);
  const bare = plain.replace(/\([^()]*\)/g, "");
  return known.get(bare) ?? partOfKnown(plain) ?? partOfKnown(bare) ?? fromEnding(bare);
}

const partEnd = /(?:校区|分校|分部|院区|学院|学部|学系|系|研究院|研究生院|研究所|中心|本部|医学部|[^附]专业)$/;

/** 清华大学经济管理学院 belongs to 清华大学; the longest name that the text begins with. */
function partOfKnown(plain: string): School | null {
  for (let length = Math.min(longestKnown, plain.length - 1); length >= 4; length -= 1) {
    const school = known.get(plain.slice(0, length));
    if (!school || !/[学院校]$/.test(plain[length - 1] ?? "")) continue;
    const rest = plain.slice(length);
    return rest.length <= 24 && (partEnd.test(rest) || /^[\s(（-]/.test(rest)) ? school : null;
  }
  return null;
}

const vocational =
  /(?:职业(?:技术)?(?:大学|学院|学校|中学|高中)|职高|高等专科学校|专科学校|高等师范专科学校|技师学院|技工学校|高级技工学校|技校|中专|中等专业学校|中等(?:职业)?(?:技术)?学校|职业教育中心(?:学校)?|职教中心|职业培训学院|卫生学校|卫校|护士学校|护理学校|师范学校|工业学校|商业学校|财经学校|财贸学校|农业学校|机电学校|电子工程学校|旅游学校|交通学校)$/;
const secondary =
  /(?:中学|高中|初中|完中|附中|一中|二中|三中|四中|五中|六中|七中|八中|九中|十中|\d{1,3}中|第[一二三四五六七八九十]+中|外国语学校|实验学校|国际学校|双语学校|国际部|中学校)(?:\([^)]*\)|(?:东|西|南|北|新|老|本)校区)?$/;

function isSecondary(plain: string): boolean {
  return secondary.test(plain) && !/职业|职高|大学$/.test(plain);
}

function isTraining(plain: string): boolean {
  return /(?:培训(?:学校|中心|机构|学院|班|基地)?|训练营|补习班|辅导班|驾校|驾驶学校)$|^(?:达内|千锋|黑马程序员|传智播客|传智|尚硅谷|新东方|北大青鸟|火星时代|兄弟连|动力节点|环球雅思|中公教育|华图教育|恒企|仁和会计|马哥教育|老男孩教育|慕课网|极客时间|优就业)/.test(
    plain,
  );
}

/** Names no list has: what they end in tells, for a mainland school, as long as nothing points abroad. */
function fromEnding(plain: string): School | null {
  if (isTraining(plain)) return named(plain, 7);
  if (plain.length < 4) return null;
  if (vocational.test(plain)) return named(plain, 6);
  if (!/(?:大学|学院|党校|干部学校)$/.test(plain) || plain.length > 20 || /[,，、;；:：。]/.test(plain)) return null;
  const abroad = countryAtStart(plain);
  if (abroad && abroad.code !== "CN") return abroadSchool(plain, abroad);
  return startsInChina(plain) ? named(plain, 0) : null;
}

function countryAtStart(plain: string): { name: string; code: string } | null {
  for (let length = 2; length <= 6; length += 1) {
    const name = plain.slice(0, length);
    const code = countryCodeOf(name);
    if (code) return { name, code };
  }
  return null;
}

/** 美国西北大学 is known as 西北大学（美国）. */
function abroadSchool(plain: string, { name, code }: { name: string; code: string }): School {
  const rest = plain.slice(name.length);
  const school = [`${rest}(${name})`, rest].map((key) => known.get(key)).find((found) => found?.country === code);
  return school ?? named(plain, regionType(code), code);
}

function startsInChina(plain: string): boolean {
  if (
    /^(?:中国|中共|中央|国家|全国|华[东南西北中]|东北|西北|西南|东南|中南|首都|解放军|武警|空军|海军|陆军)/.test(plain)
  )
    return true;
  for (let length = longestName(plain[0] ?? ""); length >= 2; length -= 1)
    if (divisionsOf(plain.slice(0, length)).some(({ level }) => level !== "county")) return true;
  return false;
}

const chinesePlaceNames = new Set(Object.keys(chinese.english).map((name) => name.toLowerCase().replace(/['\s]/g, "")));

function englishSchool(plain: string): School | null {
  const acronym = acronyms.get(plain.replace(/\.(?=[A-Z]|$)/g, ""));
  if (acronym) return acronym;
  const exact = known.get(englishKey(plain)) ?? known.get(englishKey(plain.replace(/(?<!\s)\s*\([^()]*\)/g, "")));
  if (exact) return exact;
  const parts = plain.split(/(?<!\s)\s*(?:,|;|\||\(|\)| [-–—] )\s*/).filter((part) => part.length > 2);
  for (const pair of parts.slice(0, -1).map((part, index) => `${part} ${parts[index + 1]}`)) {
    const school = known.get(englishKey(pair));
    if (school) return school;
  }
  for (const part of parts) {
    const school = known.get(englishKey(part)) ?? acronyms.get(part);
    if (school) return school;
  }
  return englishKind(plain, parts);
}

function englishKind(plain: string, parts: string[]): School | null {
  const isSchool =
    /\b(?:univers\p{L}+|college|institut\p{L}*|academy|school|polytechnic|conservatory|hochschule|[ée]cole)/iu.test(
      plain,
    );
  if (/\b(?:boot ?camp|training (?:center|centre|institute|school))\b/i.test(plain)) return named(plain, 7, "");
  if (/\b(?:high|middle|secondary|grammar|senior high) school$/i.test(parts[0] ?? "")) return named(plain, 5, "");
  if (!isSchool) return null;
  const country = parts.length > 1 ? countryCodeOf(parts.at(-1) ?? "") : null;
  if (country) return named(parts[0] ?? plain, regionType(country), country);
  const first = plain.split(" ")[0]?.toLowerCase().replace(/'/g, "") ?? "";
  if (!chinesePlaceNames.has(first) || !/\b(?:university|college|institute)\b/i.test(plain)) return null;
  return named(plain, /vocational|polytechnic/i.test(plain) ? 6 : 0);
}

function regionType(country: string): SchoolType {
  if (country === "CN") return 0;
  return /^(?:HK|MO|TW)$/.test(country) ? 3 : 4;
}

function named(canonical: string, type: SchoolType, country = "CN"): School {
  return { canonical, type, rank: null, country };
}

function addMainland(): void {
  const ranks = new Map<string, number>();
  for (const row of schools.world) {
    const [rank, country, , chineseName] = row.split("|");
    if (country === "CN" && chineseName) ranks.set(foldWidth(chineseName), Number(rank));
  }
  const add = (name: string, isVocational: boolean) => {
    const canonical = foldWidth(name);
    put(canonical, {
      canonical: name,
      type: mainlandType(name, isVocational),
      rank: ranks.get(canonical) ?? null,
      country: "CN",
    });
  };
  for (const kinds of Object.values(schools.mainland)) {
    for (const name of kinds.undergraduate.split(" ")) add(name, name.includes("职业"));
    for (const name of kinds.vocational.split(" ")) add(name, true);
  }
  for (const name of schools.military.split(" ")) add(name, false);
  for (const name of [...schools.tier985, ...schools.tier211])
    if (!known.has(name) && !(name in schools.former)) add(name, false);
}

/** 中国石油大学（华东） and 东北大学秦皇岛分校 are of the tier of the name before it. */
function mainlandType(name: string, isVocational: boolean): SchoolType {
  const bare = name.replace(/[（(][\s\S]*$|(?<=大学).{2,4}(?:分校|校区)$/, "");
  if (tier985.has(bare)) return 1;
  if (tier211.has(bare)) return 2;
  return isVocational ? 6 : 0;
}

function addRegions(): void {
  for (const [country, rows] of Object.entries(schools.regions))
    for (const row of rows) {
      const [canonical = "", ...others] = row.split("|");
      addNames({ canonical, type: 3, rank: null, country }, [canonical, ...others]);
    }
}

/** Ranked universities. Those of Hong Kong, Macau and Taiwan are listed by region too and only gain their rank. */
function addWorld(): void {
  for (const row of schools.world) {
    const [rank = "", country = "", english = "", chineseName, ...others] = row.split("|");
    const names = [english, ...(chineseName ? [chineseName] : []), ...others];
    const listed = names.map((name) => known.get(keyOf(name))).find((school) => school?.country === country);
    const school = listed ?? { canonical: english, type: regionType(country), rank: null, country };
    school.rank = Number(rank);
    addNames(school, names);
  }
  for (const row of schools.overseas) {
    const [country = "", canonical = "", ...others] = row.split("|");
    addNames({ canonical, type: 4, rank: null, country }, [canonical, ...others]);
  }
}

function addOtherNames(): void {
  for (const [name, names] of Object.entries(schools.englishNames)) {
    const school = known.get(foldWidth(name));
    if (school) addNames(school, names.split("|"));
  }
  for (const [name, now] of Object.entries({ ...schools.former, ...schools.short })) {
    const school = known.get(foldWidth(now));
    if (school) put(foldWidth(name), school);
  }
}

function addNames(school: School, names: string[]): void {
  for (const name of names) {
    if (/^[A-Z][A-Za-z&()-]{1,7}$/.test(name) && /[A-Z].*[A-Z]/.test(name))
      acronyms.set(name, acronyms.get(name) ?? school);
    else put(keyOf(name), school);
  }
}

function put(key: string, school: School): void {
  if (known.has(key)) return;
  known.set(key, school);
  longestKnown = Math.max(longestKnown, hasHan(key) ? key.length : 0);
}

function keyOf(name: string): string {
  return hasHan(name) ? foldWidth(name) : englishKey(name);
}

/** "University of Texas at Austin", "The University of Texas, Austin" and "University of Texas-Austin" are one. */
function englishKey(name: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of plain letters.
  const plain = /^[\x00-\x7f]*$/.test(name) ? name : name.normalize("NFD").replace(/[\u0300-\u036f’]/g, "");
  return plain
    .toLowerCase()
    .replace(/['.]/g, "")
    .replace(/&/g, " and ")
    .replace(/\buniv\b/g, "university")
    .replace(/\b(?:the|at)\b|[^a-z0-9]+/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

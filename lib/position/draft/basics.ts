import {
  findChinesePlaces,
  isPlace,
  isRegionCode,
  isRegionOrCountry,
  isWorldCity,
} from "@/lib/resume/parsing/dictionaries/places";
import { titleScore } from "@/lib/resume/parsing/dictionaries/titles";
import { hasHan } from "@/lib/resume/parsing/fold";
import { sectionKind } from "./sections";

const titleLabels =
  "职位名称|岗位名称|招聘岗位|招聘职位|应聘岗位|岗位|职位|job title|position title|position|role|title";
const departmentLabels = "所属部门|用人部门|部门|科室|department|team";
const cityLabels =
  "工作地点|工作地址|工作城市|上班地点|上班地址|办公地点|办公地址|地点|地址|城市|base|坐标|location|work location|based in";
const openings =
  /^(?:#+\s*)?(?:我司|公司|现)?(?:诚聘|急聘|急招|招聘|聘请|高薪聘请|we are hiring|we're hiring|now hiring|hiring)\s*[:：]?\s*/i;
const headcount =
  /(?<!\s)\s*(?:(?<!\d)\d+|(?<![一两二三四五六七八九十])[一两二三四五六七八九十]+|数|若干)\s*[名人位]\s*$/;

export function readTitle(text: string): string {
  const named = labelled(text, titleLabels);
  if (named) return cleanTitle(named);
  for (const line of firstLines(text, 3)) {
    if (sectionKind(line)) return "";
    const sentence =
      /(?:诚聘|急聘|招聘|急招)\s*(\S{2,20}?)\s*(?:(?:\d+|[一两二三四五六七八九十]+|数|若干)[名人位]|[，。])/.exec(line);
    if (sentence?.[1]) return cleanTitle(sentence[1]);
    const title = cleanTitle(line);
    const isShort = title.length <= (hasHan(title) ? 30 : 80) && !/[。；;，]/.test(title);
    if (isShort && titleScore(title.replace(/[（(][^（）()]*[)）]/g, "")) > 0) return title;
  }
  return "";
}

export function readDepartment(text: string): string {
  return labelled(text, departmentLabels)?.slice(0, 255) ?? "";
}

/** Cities as they are written; several stand with 、 between them. */
export function readCity(text: string): string {
  const named = labelled(text, cityLabels);
  const fromLabel = named ? citiesIn(named, true) : [];
  if (fromLabel.length > 0) return fromLabel.join("、");
  for (const line of firstLines(text, 4)) {
    const bracketed = [...line.matchAll(/[【[（(]([^】\]）)]{2,12})[】\]）)]/g)].flatMap(([, inside = ""]) => inside);
    for (const part of [...line.split(/(?<!\s)\s*[|｜·•]\s*/), ...bracketed]) {
      const cities = isPlace(part) ? citiesIn(part, true) : citiesIn(part, false);
      if (cities.length > 0) return cities.join("、");
    }
  }
  const located = /位于([\p{Script=Han}]{2,12})/u.exec(text)?.[1];
  return located ? citiesIn(located, true).slice(0, 1).join("") : "";
}

/** What stands behind a label, up to the line's end, a comma or a wide gap. */
function labelled(text: string, labels: string): string | null {
  const pattern = new RegExp(
    `(?:^|\\n|[。，]|\\s{2,})[\\s*#>【\\[-]*(?:${labels})(?:\\s*[a-z]+)?\\s*[】\\]*]*\\s*[:：]\\s*([^\\n。，]+?)(?=\\s{2,}|\\n|[。，]|$)`,
    "i",
  );
  return (
    pattern
      .exec(text)?.[1]
      ?.replace(/^[\s*]+|[\s*]+$/g, "")
      .trim() || null
  );
}

function firstLines(text: string, count: number): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, count);
}

function cleanTitle(line: string): string {
  return line
    .replace(/^[#*\s]+/, "")
    .replace(openings, "")
    .replace(/^[【[]([^】\]]*)[】\]]/, (all, inside: string) => (isPlace(inside) || /急|聘|招/.test(inside) ? "" : all))
    .replace(/(?<!\s)\s*[（(][^（）()]{0,60}\d\s{0,9}(?:k|千|万|元)[^（）()]{0,60}[)）]\s*$/i, "")
    .replace(/(?<!\s)\s*[（(]\s*[mfwdx](?:\s*\/\s*[mfwdx])+\s*[)）]\s*$/i, "")
    .replace(/(?<!\s)\s*[（(]([^（）()]*)[)）]\s*$/, (all, inside: string) => (isPlace(inside) ? "" : all))
    .replace(headcount, "")
    .replace(/^[\s*]+|[\s*]+$/g, "")
    .slice(0, 255);
}

/** `isSure` says that the text is about a place, so that a known name in it is one. */
function citiesIn(text: string, isSure: boolean): string[] {
  if (hasHan(text)) {
    if (!isSure) return [];
    const cities = text
      .split(/[/、,，|或\s]+/)
      .flatMap((part) => findChinesePlaces(part).find(({ isCity }) => isCity) ?? []);
    return [...new Set(cities.map(({ name }) => (name.length > 2 ? name.replace(/市$/, "") : name)))].slice(0, 5);
  }
  const tokens = text.split(/(?<!\s)\s*[,/(（]\s*/);
  const at = tokens.findIndex((token, index) => {
    const next = tokens[index + 1] ?? "";
    if (isWorldCity(token) || (isSure && /^remote$/i.test(token)))
      return isSure || isRegionCode(next) || isRegionOrCountry(next);
    return isSure && isRegionCode(next);
  });
  const city = tokens[at]?.trim();
  if (city) return [city];
  return isSure && tokens[0] && /^\p{Lu}[\p{L} .'-]{1,40}$/u.test(tokens[0]) ? [tokens[0]] : [];
}

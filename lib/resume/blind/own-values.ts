import { pinyin } from "pinyin-pro";
import { schoolOf } from "../parsing/dictionaries/school-of";
import { escapeRegExp, foldWidth, hasHan } from "../parsing/fold";
import type { ResumeProfile } from "../profile";

type Own = {
  profile: ResumeProfile;
  /** All the ways the person is called: as read, as corrected, as listed. */
  names: readonly string[];
  hidesSchools: boolean;
};

/** What finds this person's own values in any text: names in any order and in pinyin, addresses, numbers, handles, schools. */
export function ownValues({ profile, names, hidesSchools }: Own): RegExp[] {
  const { emails, phones, links, wechat, qq, address, relayPhone, secondPerson, education, skills } = profile;
  const isSkill = wordsOf(skills.map(({ name }) => name.value));
  const called = [...new Set([...names, ...values([profile.name, secondPerson])])].map((name) =>
    foldWidth(name).trim(),
  );
  const handles = [...values(emails).map(localPart), ...values(links).map(lastPart), ...values([wechat, qq])].filter(
    (handle) => handle.length >= 4 && !noHandle.test(handle) && !isSkill.has(handle.toLowerCase()),
  );
  const patterns = [
    ...called.flatMap((name) => (hasHan(name) ? hanName(name) : latinName(name, isSkill))),
    ...[...values(emails), ...values(links), ...values([address]).filter(({ length }) => length >= 6)].map(literally),
    ...values([...phones, relayPhone]).flatMap(phoneNumber),
    ...handles.map((handle) => `${letterBefore}${literally(handle)}${letterBehind}`),
    ...(hidesSchools ? values(education.map(({ school }) => school)).flatMap(schoolName) : []),
  ];
  const parts = called.filter((name) => !hasHan(name)).flatMap((name) => namePart(name, isSkill));
  return [
    ...[...new Set(patterns)].map((pattern) => new RegExp(pattern, "giu")),
    // As a name is written: a common word of the same letters begins a sentence at most.
    ...[...new Set(parts)].map((part) => new RegExp(part, "gu")),
  ];
}

/** Words of names that resumes say for other reasons: months, and common words. */
const common = wordsOf([
  "january february march april may june july august september october november december will mark grace hope art bill",
  "rich chase drew grant page price young long white black green brown king bush wood stone rose summer case law lane",
  "field hill park the and for van der den del bin von san manager engineer resume curriculum vitae",
]);
const noHandle = /^(?:info|contact|hr|jobs?|career|resume|mail|admin|hello|work|office|me|profile|home|index|user)$/i;
const letterBefore = "(?<![\\p{L}])";
const letterBehind = "(?![\\p{L}])";

function values(readings: readonly ({ value: string } | null)[]): string[] {
  return readings.flatMap((reading) => (reading ? [foldWidth(reading.value).trim()] : []));
}

function wordsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts.flatMap((text) => text.toLowerCase().split(/\s+/)));
}

function localPart(email: string): string {
  return email.split("@")[0] ?? "";
}

function lastPart(link: string): string {
  const path = link.replace(/[?#][\s\S]*$/, "").replace(/(?<!\/)\/+$/, "");
  return path.includes("/") ? (path.split("/").at(-1) ?? "") : "";
}

/** The very characters, with a space or line end between any two of them where a page broke them apart. */
function literally(value: string): string {
  return [...value.replace(/\s+/g, "")].map(escapeRegExp).join("\\s{0,2}");
}

/** 张三丰, 张 三 丰, 张先生, Zhang Sanfeng, sanfeng.zhang, ZhangSanFeng. */
function hanName(name: string): string[] {
  const characters = [...name].filter((character) => /\p{Script=Han}/u.test(character));
  const [surname = ""] = characters;
  if (characters.length < 2) return [];
  const syllables = pinyin(characters.join(""), { toneType: "none", type: "array", surname: "head", v: true });
  const gap = "[\\s._-]{0,3}";
  const written = (parts: readonly string[]) => parts.map(escapeRegExp).join("[\\s'’-]?");
  // A surname of two characters is met by one of both ways to part the name.
  const orders = [1, 2].flatMap((length) => {
    const [family, given] = [written(syllables.slice(0, length)), written(syllables.slice(length))];
    return given === "" ? [] : [`${family}${gap}${given}`, `${given}${gap}${family}`];
  });
  return [
    characters.join("[\\s·•・.]{0,3}"),
    `${surname}(?:先生|女士|小姐|同学)`,
    ...(syllables.join("").length >= 4 ? orders.map((order) => `${letterBefore}${order}${letterBehind}`) : []),
    ...latinBeside(name),
  ];
}

/** The part of a name that is written in Latin letters beside its characters: 张伟 David Zhang. */
function latinBeside(name: string): string[] {
  const latin = name.replace(/[\p{Script=Han}()·]/gu, " ").trim();
  return /\p{L}{2}/u.test(latin) ? latinName(latin, new Set()) : [];
}

function latinName(name: string, isSkill: ReadonlySet<string>): string[] {
  const parts = name.split(/[\s.,()]+/).filter(Boolean);
  const gap = "[\\s.,'’_-]{0,3}";
  const orders =
    parts.length > 1
      ? [parts, [...parts.slice(1), parts[0] ?? ""], [parts.at(-1) ?? "", ...parts.slice(0, -1)]]
      : [parts];
  if (parts.length === 1 && (common.has(name.toLowerCase()) || isSkill.has(name.toLowerCase()))) return [];
  const ends = parts.length > 2 ? [[parts[0] ?? "", parts.at(-1) ?? ""]] : [];
  return [...orders, ...ends].map((order) => `${letterBefore}${order.map(escapeRegExp).join(gap)}${letterBehind}`);
}

/** A first or last name by itself. */
function namePart(name: string, isSkill: ReadonlySet<string>): string[] {
  const parts = name.split(/[\s.,()]+/).filter((part) => part.length >= 3 && /^\p{L}/u.test(part));
  return parts
    .filter((part) => !common.has(part.toLowerCase()) && !isSkill.has(part.toLowerCase()))
    .map((part) => {
      const capital = `${part.slice(0, 1).toUpperCase()}${part.slice(1).toLowerCase()}`;
      const ways = [...new Set([part, capital, part.toUpperCase()])].map(escapeRegExp).join("|");
      return `${letterBefore}(?:${ways})${letterBehind}`;
    });
}

function phoneNumber(value: string): string[] {
  const digits = value.replace(/(?:ext|x|转)[\s\S]*$/i, "").replace(/\D/g, "");
  const bare = digits.length > 11 ? digits.replace(/^(?:00)?86/, "") : digits;
  return bare.length >= 7 ? [`(?<!\\d)(?:\\+?86[\\s-]{0,2})?${[...bare].join("[\\s().-]{0,3}")}(?!\\d)`] : [];
}

/** What people say for short; most other names shorten to a place. */
const shortNames: Record<string, string> = {
  ...{ 清华大学: "清华", 北京大学: "北大(?!荒|青鸟)", 复旦大学: "复旦", 同济大学: "同济", 南开大学: "南开" },
  ...{ 浙江大学: "浙大", 上海交通大学: "上海交大|交大", 西安交通大学: "西安交大|交大", 中国科学技术大学: "中科大" },
  ...{ 哈尔滨工业大学: "哈工大", 北京航空航天大学: "北航", 北京邮电大学: "北邮", 中国人民大学: "人大(?!代表|常委)" },
  ...{ 华中科技大学: "华科", 电子科技大学: "电子科大|成电", 武汉大学: "武大", 中山大学: "中大", 厦门大学: "厦大" },
};

function schoolName(school: string): string[] {
  const canonical = schoolOf(school)?.canonical;
  const names = [school, school.replace(/(?<!\s)\s*[(（][\s\S]*$/, ""), ...(canonical ? [canonical] : [])];
  const short = names.flatMap((name) => shortNames[name] ?? []);
  const long = names.filter((name) => name.replace(/\s/g, "").length >= 3);
  return [...long.map((name) => (hasHan(name) ? literally(name) : words(name))), ...short];
}

function words(name: string): string {
  return `${letterBefore}${name.split(/\s+/).map(escapeRegExp).join("[\\s,]{1,3}")}${letterBehind}`;
}

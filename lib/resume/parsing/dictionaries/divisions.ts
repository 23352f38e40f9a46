import chinese from "@/data/places-cn.json" with { type: "json" };

/** A Chinese place by its official names from the province down: 广东省, 深圳市, 南山区. Municipalities have no city level. */
export type Division = { path: string[]; level: "province" | "city" | "county" };

const municipalities = new Set(["北京市", "天津市", "上海市", "重庆市", "香港特别行政区", "澳门特别行政区"]);
const peoples =
  "布依|土家|哈尼|傈僳|景颇|拉祜|朝鲜|蒙古|哈萨克|柯尔克孜|锡伯|塔吉克|纳西|独龙|撒拉|东乡|保安|裕固|仡佬|毛南|仫佬|达斡尔|普米|布朗|各|[藏羌苗侗彝白回傣满畲壮瑶佤怒黎土水]";
const autonomous = new RegExp(`(?:(?:${peoples})族?){1,6}自治[州县旗]$`, "u");

const byPath = new Map<string, Division>();
const byName = new Map<string, Division[]>();
const longest = new Map<string, number>();

for (const [province, cities] of Object.entries(chinese.divisions)) {
  const top = addDivision([province], "province");
  for (const name of [province, shortProvince(province)]) addName(name, top);
  for (const [city, counties] of Object.entries(cities)) {
    const isCity = city !== "" && !municipalities.has(province);
    if (isCity) addCity([province, city]);
    for (const county of split(counties)) addCounty(isCity ? [province, city, county] : [province, county]);
  }
}
for (const [province, cities] of Object.entries(chinese.zones))
  for (const [city, zones] of Object.entries(cities))
    for (const zone of split(zones))
      addName(
        zone,
        addDivision(city === "" || municipalities.has(province) ? [province, zone] : [province, city, zone], "county"),
      );
for (const [name, path] of Object.entries({ ...chinese.former, ...chinese.areas })) {
  const now = divisionAt(path);
  if (!now) continue;
  addName(name, now);
  if (/[区县市]$/.test(name) && name.length >= 3) addName(name.slice(0, -1), now);
}

/** Every place of a name, official or short (海淀, 恩施州, 卢湾区). 朝阳区 has several. */
export function divisionsOf(name: string): readonly Division[] {
  return byName.get(name) ?? [];
}

/** The length of the longest name that begins with a character; 0 when none does. */
export function longestName(firstCharacter: string): number {
  return longest.get(firstCharacter) ?? 0;
}

export function divisionAt(path: string): Division | undefined {
  return byPath.get(path);
}

/** 内蒙古自治区 → 内蒙古, 香港特别行政区 → 香港. */
export function shortProvince(name: string): string {
  return name.replace(/(?:特别行政区|(?:维吾尔|壮族|回族)?自治区|省|市)$/, "");
}

/** 延边朝鲜族自治州 → 延边, 阿勒泰地区 → 阿勒泰. */
export function shortCity(name: string): string {
  const short = name.replace(autonomous, "").replace(/(?:市|地区|盟|县)$/, "");
  return short.length >= 2 ? short : name;
}

function shortCounty(name: string): string {
  if (name.includes("自治")) {
    const bare = name.replace(autonomous, "");
    return bare.length >= 2 ? bare : name.replace(/族?自治[县旗]$/, "");
  }
  const short = name.replace(/(?:新区|林区|[区县市旗])$/, "");
  return short.length >= 2 ? short : name;
}

function addCity(path: [string, string]): void {
  const [, city] = path;
  const division = addDivision(path, "city");
  const short = shortCity(city);
  for (const name of new Set([city, short])) addName(name, division);
  if (city.endsWith("自治州")) addName(`${short}州`, division);
}

function addCounty(path: string[]): void {
  const county = path.at(-1) ?? "";
  const division = addDivision(path, "county");
  const short = shortCounty(county);
  for (const name of new Set([county, short])) addName(name, division);
  if (county.endsWith("自治县")) addName(`${short}县`, division);
}

function addDivision(path: string[], level: Division["level"]): Division {
  const division = { path, level };
  byPath.set(path.join(""), division);
  return division;
}

function addName(name: string, division: Division): void {
  const first = name[0] ?? "";
  const known = byName.get(name);
  if (!known) byName.set(name, [division]);
  else if (!known.includes(division)) known.push(division);
  longest.set(first, Math.max(longest.get(first) ?? 0, name.length));
}

function split(names: string): string[] {
  return names === "" ? [] : names.split(" ");
}

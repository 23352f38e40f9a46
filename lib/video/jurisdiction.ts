import { countryCodeOf } from "@/lib/resume/parsing/dictionaries/nationalities";
import { isPlace } from "@/lib/resume/parsing/dictionaries/places";

const euCodes = new Set("AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IT LV LT LU MT NL PL PT RO SK SI ES SE".split(" "));
const euCities = new Set(
  "amsterdam antwerp athens barcelona berlin bologna bordeaux bratislava brno brussels bucharest budapest cologne copenhagen cork dresden dublin düsseldorf eindhoven frankfurt gdansk ghent gothenburg graz hamburg hanover helsinki kraków krakow leipzig lille lisbon ljubljana luxembourg lyon madrid malmö marseille milan munich münchen nantes naples nice nicosia nuremberg paris porto prague riga rome rotterdam seville sofia stockholm stuttgart tallinn thessaloniki toulouse turin utrecht valencia valletta vienna vilnius warsaw wroclaw zagreb 巴黎 柏林 慕尼黑 汉堡 法兰克福 维也纳 罗马 米兰 马德里 巴塞罗那 阿姆斯特丹 布鲁塞尔 都柏林 里斯本 哥本哈根 斯德哥尔摩 赫尔辛基 华沙 布拉格 布达佩斯 雅典 卢森堡 欧盟 德国 法国 意大利 西班牙 荷兰 比利时 奥地利 爱尔兰 波兰 瑞典 丹麦 芬兰 葡萄牙 希腊 捷克 匈牙利 罗马尼亚".split(
    " ",
  ),
);

/**
 * Where a position is, as far as the law on judging people by machines goes. A place that is not known, or none, or
 * work from anywhere, counts as if it could be in the European Union.
 */
export function jurisdictionOf(city: string): "eu" | "elsewhere" | "unknown" {
  const tokens = city
    .split(/[,，/、·&;；()（）]|\band\b|\bor\b/)
    .map((token) => token.trim())
    .filter((token) => token !== "");
  const isEu = (token: string) =>
    euCities.has(token.toLowerCase()) ||
    [...euCities].some((name) => /\p{Script=Han}/u.test(name) && token.includes(name)) ||
    euCodes.has(countryCodeOf(token) ?? "");
  if (tokens.some(isEu) || /\b(?:EU|European Union|Europe)\b|欧洲/.test(city)) return "eu";
  const isAnywhere = (token: string) => /远程|全国|海外|不限|remote|hybrid|anywhere|home/i.test(token);
  return tokens.length > 0 && tokens.every((token) => !isAnywhere(token) && isPlace(token)) ? "elsewhere" : "unknown";
}

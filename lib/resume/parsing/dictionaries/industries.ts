import data from "@/data/industries.json" with { type: "json" };
import { foldWidth } from "../fold";
import { longestWords, wordFinder } from "./word-finder";

const find = wordFinder(data.industries.map(({ zh, words }) => ({ name: zh, words })));
const stated = new Map(
  data.industries.flatMap(({ zh, en, words }) =>
    [zh, en, ...words.split("|")].map((name) => [name.toLowerCase(), zh] as const),
  ),
);

/** What a company says it does: 是一家…, 专注于…, "a leading provider of …". */
const claim =
  /(?:是一?家|为一?家|专注于?|致力于|主营|主要从事|从事|领先的?|知名的?|(?:\bis an?|leading|provider of|specialis|specializ)\w*)[^。；;\n]{2,60}/gi;

/** A company's industry by its name (the last word counts most: 清华大学出版社), else by what it says of itself. */
export function industryOf(companyName: string, description = ""): string | null {
  const inName = find(
    companyName
      .slice(0, 100)
      .replace(/(?:股份)?有限(?:责任)?公司|集团|\b(?:co|inc|ltd|llc|corp|corporation|limited)\b\.?/gi, " "),
  );
  const strongest = Math.max(...inName.map(({ weight }) => weight));
  const last = inName.findLast(({ weight }) => weight === strongest);
  if (last) return last.name;
  for (const [text] of description.slice(0, 2000).matchAll(claim)) {
    const name = longestWords(find(text))[0];
    if (name) return name;
  }
  return null;
}

const label =
  /(?:(?:所属|所在|期望|意向|公司|从事|目标)?行\s*业(?:类别|类型|领域)?|industry)\s*[:：]\s*([^\n\t|｜；;]{2,40})/i;

/** An industry that is stated, as 行业：互联网/电子商务 or as a name alone; never guessed from a sentence. */
export function findIndustryName(text: string): string | null {
  const plain = foldWidth(text).trim();
  const value = label.exec(plain)?.[1]?.trim() ?? (plain.length <= 30 ? plain : "");
  if (value === "") return null;
  for (const part of [value, ...value.split(/(?<!\s)\s*[/、,，()（）·&]\s*/)]) {
    const name = stated.get(part.toLowerCase().replace(/(?:行业|产业)$/, ""));
    if (name) return name;
  }
  return null;
}

import data from "@/data/nationalities.json" with { type: "json" };

type Country = { code: string; zh: string; en: string };

const countries = new Map<string, Country>();
for (const row of data.countries) {
  const [code = "", zh = "", en = "", ...others] = row.split("|");
  for (const name of [zh, en, ...others]) countries.set(key(name), { code, zh, en });
}

/** A country by its name, nationality or usual short form, as the Chinese name: American, USA, 美籍 → 美国. */
export function countryOf(text: string): string | null {
  return findCountry(text)?.zh ?? null;
}

/** 国籍: 中国 (汉族), "Nationality: Canadian citizen" → the country; null when none is stated. */
export function nationalityOf(text: string): string | null {
  const plain = text.trim().replace(/^(?:国\s*籍|nationality|citizenship|citizen of)\s*[:：]?\s*/i, "");
  const [first = ""] = plain.split(/(?<![\s])[\s]*[(（,，/;；、]/);
  const bare = first.replace(/(?:籍|公民|人|护照| citizen| national)$/i, "");
  return countryOf(plain) ?? countryOf(first) ?? countryOf(bare) ?? countryOf(bare.replace(/国$/, ""));
}

export function countryCodeOf(text: string): string | null {
  return findCountry(text)?.code ?? null;
}

function findCountry(text: string): Country | null {
  const plain = text.trim();
  if (plain === "" || plain.length > 60) return null;
  return countries.get(key(plain)) ?? null;
}

/** Codes count in capitals only: "us" and "in" are words. */
function key(name: string): string {
  return /^[A-Z.]{2,6}$/.test(name) ? name.replace(/\./g, "") : name.toLowerCase().replace(/^the /, "");
}

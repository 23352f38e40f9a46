import data from "@/data/ethnicities.json" with { type: "json" };

const names = new Map<string, string>();
for (const row of data.ethnicities) {
  const [, , chinese = "", ...english] = row.split("|");
  for (const name of [chinese, chinese.replace(/族$/, ""), ...english]) names.set(name.toLowerCase(), chinese);
}

/** 民族: 汉, 汉族, "Ethnicity: Han" → 汉族; null for anything that is not one of the 56 peoples. */
export function ethnicityOf(text: string): string | null {
  const plain = text
    .trim()
    .replace(/^(?:民\s*族|ethnic(?:ity| group)?|race)\s*[:：]?\s*/i, "")
    .replace(/(?<!\s)\s*(?:chinese|nationality|ethnicity|people)$/i, "")
    .replace(/\s/g, "");
  return names.get(plain.toLowerCase()) ?? null;
}

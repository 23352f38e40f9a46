import type { Locale } from "@/lib/i18n/locale";
import { scoreSentences } from "@/lib/screening/engine/score-sentences";
import { verdictSentences } from "@/lib/screening/engine/verdict-sentences";
import type { Statement } from "@/lib/screening/schema";

type Names = Record<string, Record<Locale, string>>;

/** As they stand in a sentence: "Highest degree: a bachelor's degree." */
const degrees: Names = {
  primary: { zh: "小学", en: "primary school" },
  junior_high: { zh: "初中", en: "junior high school" },
  high_school: { zh: "高中或中专", en: "high school" },
  associate: { zh: "大专", en: "an associate degree" },
  bachelor: { zh: "本科", en: "a bachelor's degree" },
  master: { zh: "硕士", en: "a master's degree" },
  doctor: { zh: "博士", en: "a doctorate" },
};

const languages: Names = {
  english: { zh: "英语", en: "English" },
  japanese: { zh: "日语", en: "Japanese" },
  korean: { zh: "韩语", en: "Korean" },
  french: { zh: "法语", en: "French" },
  german: { zh: "德语", en: "German" },
  spanish: { zh: "西班牙语", en: "Spanish" },
  russian: { zh: "俄语", en: "Russian" },
  portuguese: { zh: "葡萄牙语", en: "Portuguese" },
  italian: { zh: "意大利语", en: "Italian" },
  arabic: { zh: "阿拉伯语", en: "Arabic" },
  cantonese: { zh: "粤语", en: "Cantonese" },
  chinese: { zh: "中文", en: "Chinese" },
};

const current: Names = { present: { zh: "至今仍在使用", en: "still in use" } };

/** Every sentence of the engine in both languages. */
const sentences = { ...verdictSentences, ...scoreSentences };

export type StatementCode = keyof typeof sentences;

/** A statement in words. An unknown code (a result of a newer engine) shows itself rather than nothing. */
export function say({ code, values }: Statement, locale: Locale): string {
  return isKnown(code) ? sayWith(sentences[code], values, locale) : code;
}

/** A sentence in both languages with its values filled in. */
export function sayWith([zh, en]: readonly [string, string], values: Statement["values"], locale: Locale): string {
  const written = (locale === "zh" ? zh : en).replace(/\[([^[\]]*)\]/g, (_, part: string) =>
    [...part.matchAll(/\{(\w+)/g)].every(([, name = ""]) => values[name] !== undefined) ? part : "",
  );
  const text = written.replace(/\{(\w+)(?::([^|}]+)\|([^}]+))?\}/g, (_, name, one, many) => {
    const value = values[name] ?? "";
    return one === undefined ? inWords(name, value, locale) : `${value} ${value === 1 ? one : many}`;
  });
  const tidy =
    locale === "zh"
      ? text.replace(/(?<![。.；;])[。.；;]+(?=。)/g, "")
      : text.replace(/(?<![。.；;])[。.；;]+(?=\.$)/, "");
  return tidy.charAt(0).toUpperCase() + tidy.slice(1);
}

function inWords(name: string, value: string | number, locale: Locale): string {
  const names =
    name === "language"
      ? languages
      : name === "degree" || name === "asked"
        ? degrees
        : name === "current"
          ? current
          : {};
  const word = names[String(value)]?.[locale] ?? String(value);
  // Lists come joined the Chinese way.
  return locale === "en" && isList.has(name) ? word.replaceAll("、", ", ") : word;
}

const isList = new Set(["skills", "missing", "field", "name", "parts", "oldest"]);

export function isKnown(code: string): code is StatementCode {
  return code in sentences;
}

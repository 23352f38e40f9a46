import type { LanguageCertificate, LanguageEntry, Reading } from "../../profile";
import { foldWidth } from "../fold";
import { read } from "../piece";

const score = "(?:\\s*(?:(?:[:：()（）]|成绩|分数|总分|score)+\\s*)?(\\d{1,3}(?:\\.\\d)?)\\s*(?:分|[)）]|\\b))?";
/** Language, names of its examination, and whether a number behind the name is a score. */
const examinations: [language: string, pattern: string, hasScore: boolean][] = [
  ["英语", "(?:大学)?英语\\s*[四六46]级|CET[-—– ]?[46]|College English Test[- ]?(?:Band )?[46]", true],
  ["英语", "(?:英语)?专业?[四八]级(?=.{0,3}(?:英语|证|$|[,，、;；\\s]))|专[四八]|TEM[- ]?[48]", true],
  ["英语", "雅思|IELTS", true],
  ["英语", "托福|TOEFL(?:[- ]?iBT)?", true],
  ["英语", "托业|TOEIC", true],
  [
    "英语",
    "BEC\\s*(?:初级|中级|高级|Preliminary|Vantage|Higher)|商务英语(?:证书)?(?:初级|中级|高级)|剑桥商务英语(?:初级|中级|高级)?",
    false,
  ],
  ["英语", "CATTI\\s*(?:[一二三]级|[123]级)(?:口译|笔译)?|翻译专业资格(?:水平)?(?:[一二三]级)(?:口译|笔译)?", false],
  [
    "日语",
    "(?:日语能力(?:考试|测试|考)?|日本语能力(?:考试|测试)?|JLPT|日语)\\s*(?:N[1-5]|[一二]级)|(?<![A-Za-z])N[12](?![A-Za-z\\d])(?=.{0,4}(?:日语|证|级))",
    true,
  ],
  ["日语", "J\\.?TEST\\s*(?:[A-F]级?|准?[A-C]级)?", false],
  ["韩语", "(?:TOPIK|韩语能力考试|韩国语能力考试)\\s*(?:[（(]\\s*)?(?:[1-6]|[一二三四五六])\\s*级?", false],
  ["法语", "DELF\\s*[AB][12]|DALF\\s*C[12]|TCF|TEF|法语专业?[四八]级", true],
  [
    "德语",
    "TestDaF|德福|DSH[- ]?[123]?|德语专业?[四八]级|歌德[^\\s,，、;；]{0,4}[ABC][12]|Goethe[- ]Zertifikat [ABC][12]",
    true,
  ],
  ["西班牙语", "DELE\\s*[ABC][12]|西班牙语专业?[四八]级", false],
  ["俄语", "俄语专业?[四八]级", false],
  ["普通话", "普通话(?:水平测试)?(?:证书)?\\s*(?:[一二三]级)\\s*[甲乙]等?", false],
  ["汉语", "HSK\\s*(?:[1-6]级?|[一二三四五六]级)", false],
];
const patterns = examinations.map(
  ([language, pattern, hasScore]) =>
    [language, new RegExp(`(?<![A-Za-z])(${pattern})(?![A-Za-z])${hasScore ? score : "()"}`, "giu")] as const,
);

/** Examinations in a language that the resume names, with the score behind the name. One entry for each examination. */
export function findLanguageCertificates(text: string): LanguageCertificate[] {
  const folded = foldWidth(text);
  const found = new Map<string, LanguageCertificate & { at: number }>();
  for (const [language, pattern] of patterns) {
    for (const match of folded.matchAll(pattern)) {
      const [, name = "", points] = match;
      const span = { start: match.index, end: match.index + name.length };
      const key = keyOf(language, name);
      const end = match.index + match[0].trimEnd().length;
      const from = points ? folded.lastIndexOf(points, end) : -1;
      const isPoints = points !== undefined && isScore(name, Number(points)) && from >= span.end;
      const reading: Reading<string> | null = isPoints
        ? read(points, { start: from, end: from + points.length }, { confidence: 0.93 })
        : null;
      const before = found.get(key);
      if (before) before.score ??= reading;
      else
        found.set(key, {
          at: span.start,
          language,
          name: read(text.slice(span.start, span.end), span, { confidence: 0.95 }),
          score: reading,
        });
    }
  }
  return [...found.values()].toSorted((a, b) => a.at - b.at).map(({ at: _, ...certificate }) => certificate);
}

/** 大学英语六级 and CET-6 are one examination. */
function keyOf(language: string, name: string): string {
  const band = /(?:英语\s*([四六46])级|CET\D{0,40}([46])|Band ([46]))/i.exec(name);
  const level = band?.[1] ?? band?.[2] ?? band?.[3];
  if (level && !/专/.test(name)) return `CET-${level.replace("四", "4").replace("六", "6")}`;
  return `${language} ${name.toLowerCase().replace(/[\s\-—–()（]/g, "")}`;
}

/** "CET-6 2019" is no score. */
function isScore(name: string, points: number): boolean {
  if (/雅思|IELTS/i.test(name)) return points >= 1 && points <= 9;
  if (/托福|TOEFL/i.test(name)) return points >= 20 && points <= 120;
  if (/TEM|专/i.test(name)) return points >= 40 && points <= 100;
  if (/CET|英语/i.test(name)) return points >= 200 && points <= 710;
  return points >= 10 && points <= 990;
}

type FindEnglishLevel = {
  stated: Reading<string> | null;
  certificates: LanguageCertificate[];
  languages: LanguageEntry[];
};

/** The stated level, else the highest examination in English, else the word beside the language. */
export function findEnglishLevel({ stated, certificates, languages }: FindEnglishLevel): Reading<string> | null {
  if (stated) return stated;
  const english = certificates.filter(({ language }) => language === "英语");
  const rank = (name: string) =>
    [
      /专?四级|CET[-—– ]?4|英语\s*[四4]级/i,
      /CET[-—– ]?6|英语\s*[六6]级/i,
      /TEM|专|雅思|托福|IELTS|TOEFL/i,
    ].findLastIndex((pattern) => pattern.test(name));
  const best = english.toSorted((a, b) => rank(b.name.value) - rank(a.name.value))[0];
  return best?.name ?? languages.find(({ name }) => /英|english/i.test(name.value))?.level ?? null;
}

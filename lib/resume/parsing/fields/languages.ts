import type { LanguageEntry, Reading, TextSpan } from "../../profile";
import { findLanguageNames, findLevel, isLanguageName } from "../dictionaries/languages";
import { read } from "../piece";
import type { Section } from "../sections";

/** Languages the person speaks: a language section, or lines elsewhere that list them. */
export function findLanguages(text: string, sections: Section[]): LanguageEntry[] {
  const found = new Map<string, LanguageEntry>();
  const add = (span: TextSpan) => {
    for (const entry of languagesIn(text, span)) {
      const key = languageKey(entry.name.value);
      if (!found.has(key)) found.set(key, entry);
    }
  };
  for (const section of sections) {
    for (const line of section.lines) {
      if (section.kind === "languages" || isLanguageLine(line.text, section.kind))
        add({ start: line.start, end: line.end });
    }
  }
  return [...found.values()];
}

function isLanguageLine(line: string, kind: Section["kind"]): boolean {
  if (
    !["skills", "other", "header", "certificates", "summary", "awards", "hobbies", "languages"].includes(kind) ||
    line.length > 160
  )
    return false;
  if (/^[^:：\t]{0,14}(?:语言能力|外语|英语|语言|日语|languages?)[^:：\t]{0,10}(?:[:：]|\t)/i.test(line))
    return !/编程|开发|programming|scripting/i.test(line);
  if (kind === "summary") return /(?:fluent|native|bilingual) (?:in|speaker)|母语/i.test(line);
  if (kind === "header") return false;
  const first = findLanguageNames(line)[0];
  // "Proficient in Spanish" among the skills.
  if (first && spokenBefore.test(line.slice(0, first.start))) return true;
  // "具有良好的英语听说读写能力".
  if (
    first &&
    kind === "skills" &&
    /^的?(?:听说|读写|听、?说|口语|书面|阅读|交流|沟通|写作)/.test(line.slice(first.end))
  )
    return true;
  if (!first || line.length > 80 || first.start > 6) return false;
  if (line.split(/(?<!\s)\s*[,，、/;]\s*/).every((part) => isLanguageName(part.replace(/^[•·\-*\s]+/, ""))))
    return true;
  // "普通话：二级甲等" is how well; without the colon it names the certificate.
  if (/^\s*[:：]\s*[一二三]级/.test(line.slice(first.end))) return true;
  return findLevel(line.slice(first.end, first.end + 24)) !== null || /^[^\p{L}]*\p{L}+[^\p{L}]*$/u.test(line);
}

const spokenBefore =
  /\b(?:fluent|proficient|conversational|native|bilingual|intermediate|basic|advanced)\s+(?:in\s+)?$/i;

function languagesIn(text: string, { start, end }: TextSpan): LanguageEntry[] {
  const line = text.slice(start, end);
  const names = findLanguageNames(line);
  return names.flatMap((name, index) => {
    // "英语水平：" and "语言能力：英语" name the same language twice; a certificate's 英语 is one too.
    const until = names[index + 1]?.start ?? line.length;
    const behind = /^[^、,，;；]*/.exec(line.slice(name.end, until))?.[0] ?? "";
    const before = index === 0 ? line.slice(0, name.start) : "";
    const level = findLevel(behind);
    const levelBefore = level ? null : findLevel(before);
    const span = { start: start + name.start, end: start + name.end };
    const place = level
      ? { start: start + name.end + level.start, end: start + name.end + level.end }
      : levelBefore && { start: start + levelBefore.start, end: start + levelBefore.end };
    return [
      {
        name: read(line.slice(name.start, name.end), span, { confidence: 0.95 }),
        level: place ? read(text.slice(place.start, place.end), place, { confidence: 0.85 }) : null,
        readWrite: ability(text, start + name.end, start + until, "读写|reading|writing"),
        listenSpeak: ability(text, start + name.end, start + until, "听说|口语|speaking|listening"),
      },
    ];
  });
}

/** "读写能力：熟练", "听说（良好）". */
function ability(text: string, start: number, end: number, words: string): Reading<string> | null {
  const match = new RegExp(`(?:${words})(?:能力|水平|skills?)?\\s*[:：(（]?\\s*`, "i").exec(text.slice(start, end));
  if (!match) return null;
  const from = start + match.index + match[0].length;
  const level = findLevel(text.slice(from, Math.min(end, from + 12)));
  const place = level && { start: from + level.start, end: from + level.end };
  return place && read(text.slice(place.start, place.end), place, { confidence: 0.85 });
}

function languageKey(name: string): string {
  const groups: [string, RegExp][] = [
    ["en", /^(?:英|english)/i],
    ["zh", /^(?:汉|中文|华|国语|普通话|chinese|mandarin|putonghua)/i],
    ["yue", /^(?:粤|广东|白话|cantonese)/i],
    ["ja", /^(?:日|japanese)/i],
    ["ko", /^(?:韩|朝|korean)/i],
    ["fr", /^(?:法|french)/i],
    ["de", /^(?:德|german)/i],
    ["es", /^(?:西|spanish)/i],
    ["ru", /^(?:俄|russian)/i],
  ];
  return groups.find(([, pattern]) => pattern.test(name))?.[0] ?? name.toLowerCase();
}

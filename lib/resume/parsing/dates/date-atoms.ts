import { foldWidth } from "../fold";

/** One date or word for "now" in a text. A weak one counts only as part of a range. */
export type DateAtom = { value: string; start: number; end: number; isWeak: boolean };

const year = "(?:19[4-9]\\d|20[0-4]\\d)";
const monthName =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const atomPattern = new RegExp(
  [
    `(?<now>至今|迄今|现在|目前|(?<=[-—~至到.\\s\\d月年])今(?![日天年后])|(?<![a-z])(?:present|current(?:ly)?|now|ongoing|today|(?:till|to|until)[ -](?:date|now|present))(?![a-z]))`,
    `(?<![\\d.])(?<y10>${year})\\s?(?<dash>-)\\s?(?<z10>\\d{2})(?![\\d/.-]|\\s?-|月)`,
    `(?<![\\d.])(?<y1>${year})(?:\\s?(?:[-./]|年|,)\\s?|\\s(?=\\d{1,2}\\s?月))(?<m1>0?[1-9]|1[0-2])(?![\\d])(?:[-./月](?<d1>0?[1-9]|[12]\\d|3[01])(?![\\d/.])日?|\\s?月份?)?`,
    `(?<![\\d/.])(?<a2>\\d{1,2})[/.-](?<b2>\\d{1,2})[/.-](?<y2>${year})(?!\\d)`,
    `(?<![\\d/.])(?<m3>0?[1-9]|1[0-2])\\s?[/.-]\\s?(?<y3>${year})(?!\\d|\\.\\d)`,
    `(?<!\\d)(?:(?<![\\d.])(?<d4>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?\\s+)?(?<![a-z])(?<m4>${monthName})(?![a-z])\\.?,?\\s*(?:(?<e4>\\d{1,2})(?:st|nd|rd|th)?,\\s*|of\\s+)?[-/,]?\\s?(?<y4>${year}(?!\\d)|'\\d{2}(?!\\d)|\\d{2}(?![\\d.,:%+]|\\s*(?:st|nd|rd|th)\\b))`,
    `(?<![a-z])(?<s5>spring|summer|fall|autumn|winter)\\s*(?:of\\s+|,\\s*)?(?<y5>${year}|'\\d{2}(?!\\d))`,
    `(?<![\\d])(?<y6>${year})(?<m6>0[1-9]|1[0-2])(?!\\d)`,
    `(?<![\\d.$¥€£#@/]|\\d,|[a-z]-|(?<!\\d)\\d{3}-)(?<y7>${year})(?!\\d|[a-z]|,\\d|\\.\\d|\\s*(?:人|万|元|名|多|余|个|条|%|\\+|k\\b|people|users|employees|students|hours|lines))\\s?年?`,
    `(?<![\\w])'(?<y8>\\d{2})(?![\\d\\w])`,
    `(?<![\\d/.])(?<m9>0?[1-9]|1[0-2])/(?<y9>\\d{2})(?![\\d/.%])`,
  ].join("|"),
  "giu",
);

export function findDateAtoms(text: string): DateAtom[] {
  const atoms: DateAtom[] = [];
  for (const match of foldWidth(text).matchAll(atomPattern)) {
    const pair = yearPair(match, text);
    if (pair) {
      atoms.push(...pair);
      continue;
    }
    const value = atomValue(match.groups ?? {});
    if (!value) continue;
    const isWeak =
      match.groups?.y6 !== undefined ||
      match.groups?.y8 !== undefined ||
      match.groups?.y9 !== undefined ||
      /^\d{2}$/.test(match.groups?.y4 ?? "");
    atoms.push({ value, start: match.index, end: match.index + match[0].trimEnd().length, isWeak });
  }
  return atoms;
}

/**
 * "2018–22": the second year in two digits. What could be a month ("2007-08") is a year behind a long dash only, or
 * where it comes before the first in the calendar of no year ("2018-22").
 */
function yearPair(match: RegExpExecArray, text: string): DateAtom[] | null {
  const { y10, z10 } = match.groups ?? {};
  if (!y10 || !z10) return null;
  const isLong = /[–—]/.test(text.slice(match.index, match.index + match[0].length));
  const isMonth = Number(z10) >= 1 && Number(z10) <= 12 && !isLong;
  if (isMonth || Number(z10) < Number(y10.slice(2))) return null;
  const end = match.index + match[0].length;
  return [
    { value: y10, start: match.index, end: match.index + 4, isWeak: false },
    { value: `${y10.slice(0, 2)}${z10}`, start: end - 2, end, isWeak: false },
  ];
}

/** Month number of an English month name, "01" to "12". */
export function monthNumber(name: string): string {
  return String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1).padStart(2, "0");
}

export const monthNamePattern = monthName;

function atomValue(groups: Record<string, string | undefined>): string | null {
  const { now, y1, m1, d1, a2, b2, y2, m3, y3, m4, y4, d4, e4, y5, y6, m6, y7, y8, m9, y9, y10, z10 } = groups;
  if (now) return "present";
  if (y10 && z10) return Number(z10) >= 1 && Number(z10) <= 12 ? `${y10}-${z10}` : y10;
  if (y1 && m1) return d1 ? `${y1}-${two(m1)}-${two(d1)}` : `${y1}-${two(m1)}`;
  if (y2 && a2 && b2) return dayMonth(y2, Number(a2), Number(b2));
  if (y3 && m3) return `${y3}-${two(m3)}`;
  if (y4 && m4) {
    const day = d4 ?? e4;
    return `${fullYear(y4)}-${monthNumber(m4)}${day && Number(day) <= 31 ? `-${two(day)}` : ""}`;
  }
  if (y5) return fullYear(y5);
  if (y9 && m9) return `${fullYear(y9)}-${two(m9)}`;
  if (y6 && m6) return `${y6}-${m6}`;
  return y7 ?? (y8 ? fullYear(y8) : null);
}

/** 25/12/2019 and 12/25/2019 are clear; 05/06/2019 is read the American way. */
function dayMonth(year: string, first: number, second: number): string | null {
  const [month, day] = first > 12 ? [second, first] : [first, second];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${two(String(month))}-${two(String(day))}`;
}

function fullYear(text: string): string {
  const digits = text.replace(/\D/g, "");
  if (digits.length === 4) return digits;
  return Number(digits) > 45 ? `19${digits}` : `20${digits}`;
}

function two(digits: string): string {
  return digits.padStart(2, "0");
}

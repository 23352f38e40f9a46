import type { Reading } from "../../profile";
import { foldWidth } from "../fold";
import { read } from "../piece";

/** E-mail addresses in order of appearance; spaces, full-width signs and "(at)" are tolerated. */
export function findEmails(text: string): Reading<string>[] {
  const folded = foldWidth(text);
  const found = new Map<string, Reading<string>>();
  const wrapped = [...folded.matchAll(wrappedEmail), ...folded.matchAll(wrappedLocalPart)].map((match) => {
    const start = match.index + match[0].lastIndexOf(match[1] ?? match[0]);
    return { index: start, text: folded.slice(start, match.index + match[0].length) };
  });
  const whole = [...folded.matchAll(emailPattern)]
    .map((match) => ({ index: match.index, text: match[0] }))
    .filter(({ index }) => !wrapped.some((other) => index >= other.index && index < other.index + other.text.length));
  for (const match of [...wrapped, ...whole].sort((a, b) => a.index - b.index)) {
    const value = match.text
      .replace(/(?<!\s)\s*[[(（{<]\s*at\s*[\])）}>]\s*|(?<!\s)\s+at\s+(?=[\w-]+\s*(?:\.|\[dot|\(dot|dot ))/i, "@")
      .replace(/(?<!\s)\s*[[(]\s*dot\s*[\])]\s*|(?<!\s)\s+dot\s+/gi, ".")
      .replace(/\s/g, "")
      .replace(/(?<![.])[.]+$/, "");
    if (!/^[^@]+@[^@]+\.[a-z]{2,}$/i.test(value)) continue;
    const key = value.toLowerCase();
    const span = { start: match.index, end: match.index + match.text.length };
    const before = found.get(key);
    if (before) before.spans.push(span);
    else found.set(key, read(value, span, { confidence: 0.98 }));
  }
  return [...found.values()];
}

const emailPattern =
  /(?<![\w.+/-])[a-z0-9_][\w.+'-]{0,63} ?(?:@ ?|[[(（{]\s*at\s*[\])）}]\s?| at (?=[\w-]+ ?(?:\[dot\]|\(dot\)| dot )) ?)(?:[a-z0-9][a-z0-9-]{0,62}(?: ?\. ?(?=[a-z0-9-]{2,})|\s*[[(]dot[\])]\s*| dot )){1,4}[a-z]{2,24}(?![\w@])/gi;

/** Broken around its sign or a dot, or within the domain's first word: "jane@ ↵ example.com", "jane@exam ↵ ple.com". */
const wrappedEmail =
  /(?<![\w.+-])[a-z0-9_][\w.+'-]{0,63}(?:\n@|@\n)[a-z0-9-]{1,62}(?:\.[a-z0-9-]{2,62}){1,3}(?![\w@])|(?<![\w.+-])[a-z0-9_][\w.+'-]{0,63}@[a-z0-9-]{1,62}(?:\n[a-z0-9-]{1,62}(?:\.[a-z0-9-]{2,62}){0,2}\.[a-z]{2,6}|\.\n(?:[a-z0-9-]{2,62}\.)?[a-z]{2,6}|\n\.[a-z]{2,6}|\.(?:c\nom|co\nm|n\net|ne\nt|o\nrg|or\ng))(?![\w@])/gi;

/** Behind its label, broken within the name: "E-mail: jane- ↵ miller@example.com". */
const wrappedLocalPart =
  /(?:邮箱|邮件|e-?mail|mail)\s?[:：]\s?([a-z0-9_][\w.+-]{0,40}\n[\w.+-]{1,40}@[a-z0-9-]{1,62}(?:\.[a-z0-9-]{2,62}){1,3})(?![\w@])/gi;

/** Telephone numbers as written: Chinese mobile and landline, +country, US. Longest-known forms only; ids and dates are left. */
export function findPhones(text: string): Reading<string>[] {
  const folded = foldWidth(text);
  const found = new Map<string, Reading<string>>();
  for (const match of folded.matchAll(phonePattern)) {
    const written = match[0].trim();
    const start = match.index + match[0].indexOf(written);
    const digits = written.replace(/\D/g, "");
    if (digits.length < 7 || digits.length > 15 || !isPhone(folded, start, written, digits)) continue;
    const value = text.slice(start, start + written.length).trim();
    const key = digits.slice(-10);
    const span = { start, end: start + written.length };
    const before = found.get(key);
    if (before) before.spans.push(span);
    else found.set(key, read(value, span, { confidence: 0.96 }));
  }
  return [...found.values()];
}

const phonePattern =
  /(?<![\w@/.=#-])(?:\(?\+?86\)?[ -]?|\(086\)[ -]?)?1[3-9]\d(?:-\d{4}-\d{4}| \d{4} \d{4}|\d{8})(?![\dx×*X-])(?!%|[.,]\d)|(?<![\w@/.=#-])(?:(?:\(?\+\s?\d{1,3}\)?|\+\(\d{1,3}\))(?:[\s.-]{0,2}| [–-] )(?:\(0\)\s?)?(?:\d[ .-])?)?(?:\(\d{1,5}\)[\s.-]{0,2})?(?:\d{9,11}|0\d{2,4}\/\d{3,8}(?:[ -]\d{2,8}){0,2}|\d{2,8}(?:(?:[ .-]{1,3}| · )\d{2,8}){0,5})(?![\dx×*X])(?!%|[.,]\d)|(?<!\d)1[3-9]\d{9}(?!\d)/g;

function isPhone(text: string, start: number, written: string, digits: string): boolean {
  const before = text.slice(Math.max(0, start - 30), start);
  // "PHONE:" may stand on a line of its own.
  const line = /[:：][ \t]*\n$/.test(before)
    ? before.trim().replace(/^[\s\S]*\n/, "")
    : before.replace(/^[\s\S]*\n/, "");
  // "2637420015@corvid.example": an address that begins with a number.
  if (/^\s?@/.test(text.slice(start + written.length, start + written.length + 2))) return false;
  const isLabelled =
    /(?:电话|手机|手机号|手机号码|联系电话|联系方式|tel|phone|mobile|cell|call|whatsapp|contact|ph|mob|(?<![a-z])[MTPC])\s*(?:(?:no\.?|number|号码)\s*)?(?:[.:：)）]\s*)?$/i.test(
      line,
    );
  if (
    /^(?:\+?86|\(\+?86\))?1[3-9]\d{9}$/.test(written.replace(/[\s.\-()]/g, "")) ||
    (/^(?:86)?1[3-9]\d{9}$/.test(digits) &&
      (digits.length === 11 || written.startsWith("+") || written.startsWith("(+")))
  )
    return true;
  if (/^(?:19|20)\d{2}\s?[-.\s]+\s?(?:(?:19|20)\d{2}|0?[1-9]|1[0-2])(?:\D|$)/.test(written) && !isLabelled)
    return false;
  if (/(?:doi|isbn|issn|id|编号|身份证|qq|微信|wechat|zip|邮编|学号|工号|orcid)\s*(?:[:：.]\s*)?$/i.test(line))
    return false;
  // A local number may lack its area: "+1-555-0142".
  if (/^\(?\+\s?\(?\d/.test(written)) return digits.length >= 9 || /^\+\d{1,3}[ -]\d{3}[ -]\d{4}$/.test(written);
  if (/^\(086\)[ -]?1[3-9]/.test(written)) return true;
  if (/^\(?0\d{2,3}\)?[- ]?\d{7,8}(?:-\d{1,5})?$/.test(written)) return true;
  if (
    /^(?:1[ .-]?)?\(?[2-9]\d{2}\)?[ .-]{1,2}\d{3}[ .-]\d{4}$/.test(written) ||
    /^\(\d{3}\)[ .-]{0,2}\d{3}(?:[ .-]?| - )\d{4}$/.test(written)
  )
    return true;
  if (/^\(?0\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}$/.test(written) && digits.length >= 10 && digits.length <= 11)
    return true;
  if (/^\d{3}[ .-]\d{2,3}[ .-]\d{4}$/.test(written)) return true;
  // "0099/333 5647380": the country behind two zeros.
  if (/^00\d{2}[ /-]/.test(written) && digits.length >= 11) return true;
  // "0421/218 5647", "555 · 356 · 7936".
  if (/^0\d{2,4}\/\d{3,8}(?:[ -]\d{2,8}){0,2}$/.test(written) && digits.length >= 9) return true;
  if (/^\d{3} · \d{3} · \d{4}$/.test(written)) return true;
  // "Jane Doe | 9876543210 | jane@example.com"
  if (/^[2-9]\d{9}$/.test(written) && /\S@\S/.test(lineAround(text, start))) return true;
  if (/^[2-9]\d{9}$/.test(written) && lineAround(text, start).trim() === written && isBesideAddress(text, start))
    return true;
  return isLabelled && digits.length >= 7 && !/^\d+\.\d+$/.test(written);
}

/** On the line below or above an e-mail address that has a line of its own. */
function isBesideAddress(text: string, at: number): boolean {
  const lines = text.slice(Math.max(0, at - 80), at + 80).split("\n");
  return lines.some((line) => /^\s*[^\s@]+@[^\s@]+\.\w+\s*$/.test(line));
}

function lineAround(text: string, at: number): string {
  const end = text.indexOf("\n", at);
  return text.slice(text.lastIndexOf("\n", at) + 1, end < 0 ? at + 200 : end);
}

/** Web addresses, each once. */
export function findLinks(text: string): Reading<string>[] {
  const found = new Map<string, Reading<string>>();
  for (const match of text.matchAll(linkPattern)) {
    const value = match[0].replace(/(?<![.,;:!?)\]}'"])[.,;:!?)\]}'"]+$/, "");
    if (value.length < 6 || text[match.index - 1] === "@") continue;
    const key = value
      .toLowerCase()
      .replace(/^https?:\/\//, "")
      .replace(/^www\./, "")
      .replace(/\/$/, "");
    if (!found.has(key))
      found.set(key, read(value, { start: match.index, end: match.index + value.length }, { confidence: 0.95 }));
  }
  return [...found.values()];
}

const linkPattern =
  /https?:\/\/[^\s<>"'，。；、（）]+|(?<![\w@.-])(?:www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}|(?:[\w-]{1,63}\.){0,4}(?:linkedin\.com|github\.com|github\.io|gitlab\.com|gitee\.com|medium\.com|behance\.net|dribbble\.com|stackoverflow\.com|kaggle\.com|twitter\.com|x\.com|zhihu\.com|csdn\.net|juejin\.cn|cnblogs\.com|jianshu\.com))(?:\/[^\s<>"'，。；、（）|]*)?/gi;

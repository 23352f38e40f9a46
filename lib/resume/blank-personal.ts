import { blankSensitive } from "@/lib/resume/filling/blank-sensitive";
import { escapeRegExp } from "@/lib/resume/parsing/fold";
import type { Reading, ResumeProfile, TextSpan } from "@/lib/resume/profile";

/**
 * The text at its length without who the person is: the name, ways to reach them, where they live, gender and age, and
 * what is kept in the vault; also where those words stand once more, and whatever else has the shape of a contact.
 * What a model that judges is shown goes through here.
 */
export function blankPersonal(text: string, profile: ResumeProfile): string {
  const { name, gender, age, address, postalCode, wechat, qq, relayPhone, phones, emails, links } = profile;
  const readings: (Reading<unknown> | null)[] = [
    ...[name, gender, age, address, postalCode, wechat, qq, relayPhone],
    ...[...phones, ...emails, ...links],
  ];
  const places = [...profile.sensitivePlaces, ...readings.flatMap((reading) => reading?.spans ?? [])];
  const names = [...nameSpans(text, name), ...shapes.flatMap((shape) => spansOf(text, shape))];
  return blankSensitive(text, [...places.toSorted((a, b) => a.start - b.start), ...names]);
}

/** E-mail, web address of a person, mobile and other phone numbers, identity card, account of a messenger. */
const shapes = [
  /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g,
  /(?:https?:\/\/)?(?:www\.)?(?:linkedin\.com|github\.com|gitee\.com|facebook\.com|twitter\.com|x\.com|zhihu\.com)\/[\w./~%-]+/gi,
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g,
  /\+\d[\d ().-]{7,18}\d/g,
  /\(\d{3}\)\s?\d{3}[-.\s]\d{4}(?!\d)|(?<!\d)\d{3}[-.]\d{3}[-.]\d{4}(?!\d)|(?<!\d)0\d{2,3}-\d{7,8}(?!\d)/g,
  /(?<!\d)\d{17}[\dXx](?!\w)/g,
  /(?:微信号?|wechat(?:\s*id)?|QQ号?|skype|telegram|whatsapp)\s*[:：]\s*[\w.+@-]{4,40}/gi,
];

function spansOf(text: string, pattern: RegExp): TextSpan[] {
  return [...text.matchAll(pattern)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
}

/** Names that are words too, of a month or a tool: they stay where they do not stand beside the rest of the name. */
const words =
  /^(?:jan|april|may|june|august|mark|will|rich|grant|java|ruby|rust|chase|drew|art|bill|frank|grace|hope)$/i;

/** The name whatever its case and the white space in it, and the parts of one in Latin letters. */
function nameSpans(text: string, name: ResumeProfile["name"]): TextSpan[] {
  const value = name?.value.trim() ?? "";
  if (value.replace(/\s/g, "").length < 2) return [];
  if (/\p{Script=Han}/u.test(value)) {
    const letters = [...value.replace(/\s/g, "")].map(escapeRegExp);
    return spansOf(text, new RegExp(letters.join("[ \\t　]*"), "gu"));
  }
  const parts = value.split(/\s+/).filter((part) => part !== "");
  const whole = new RegExp(`(?<!\\p{L})${parts.map(escapeRegExp).join("[\\s,]+")}(?!\\p{L})`, "giu");
  const reversed = new RegExp(`(?<!\\p{L})${parts.toReversed().map(escapeRegExp).join("[\\s,]+")}(?!\\p{L})`, "giu");
  const single = parts
    .filter((part) => /^\p{L}[\p{L}'’-]{2,}$/u.test(part) && !words.test(part))
    .flatMap((part) => spansOf(text, new RegExp(`(?<!\\p{L})(?:${part}|${part.toUpperCase()})(?!\\p{L})`, "gu")));
  return [...spansOf(text, whole), ...spansOf(text, reversed), ...single];
}

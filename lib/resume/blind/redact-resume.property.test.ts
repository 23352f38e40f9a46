import fc from "fast-check";
import { expect, test } from "vitest";
import type { Reading } from "../profile";
import { resumeProfile } from "../profile";
import { redactResume } from "./redact-resume";

const says = <T>(value: T): Reading<T> => ({ value, spans: [], confidence: 1, basis: "stated" });
const empty = {
  asOf: "2026-11-21",
  language: "zh",
  gender: null,
  age: null,
  city: null,
  objective: null,
  summary: null,
};
const lists = { education: [], work: [], projects: [], skills: [], languages: [], certificates: [], sections: [] };

const person = fc.record({
  name: fc.constantFrom("张晓梅", "欧阳志远", "单雄信", "Emily Thornton", "Siobhán O'Connor", "Jean-Luc van der Berg"),
  email: fc
    .tuple(fc.stringMatching(/^[a-z]{5,9}[0-9]{0,3}$/), fc.constantFrom("qq.com", "example.com", "mail.example.cn"))
    .map(([local, host]) => `${local}@${host}`),
  phone: fc.stringMatching(/^1[3-9]\d{9}$/),
  school: fc.constantFrom("浙江大学", "University of Leeds", "哈尔滨工业大学"),
});

/** How a value may stand in a text once more. */
const ways: ((value: string) => string)[] = [
  (value) => value,
  (value) => value.toUpperCase(),
  (value) => [...value].map(wide).join(""),
  (value) => (/\p{Script=Han}/u.test(value) ? [...value].join(" ") : value.replace(" ", "\n")),
  (value) => (/^\d+$/.test(value) ? `${value.slice(0, 3)}-${value.slice(3, 7)} ${value.slice(7)}` : value),
];
const words = fc.constantFrom(
  "负责订单系统",
  "Java",
  "\n",
  " | ",
  "：",
  "2019.07 - 至今",
  "led a team of",
  "，",
  "（",
  "）",
);
const text = (values: string[]) =>
  fc
    .array(
      fc.oneof(
        words,
        fc.tuple(fc.constantFrom(...values), fc.constantFrom(...ways)).map(([v, way]) => ` ${way(v)} `),
      ),
      {
        maxLength: 40,
      },
    )
    .map((parts) => parts.join(""));

test("nothing of a person is left in a text, however it is written, and every place holds", () => {
  fc.assert(
    fc.property(
      person.chain((one) => fc.tuple(fc.constant(one), text(Object.values(one)))),
      ([{ name, email, phone, school }, written]) => {
        const education = { ...none, school: says(school), span: { start: 0, end: 1 } };
        const contacts = { name: says(name), emails: [says(email)], phones: [says(phone)], links: [] };
        const profile = resumeProfile.parse({
          ...empty,
          ...lists,
          ...contacts,
          highestDegree: null,
          yearsOfWork: null,
          education: [education],
        });
        const redacted = redactResume({ text: written, profile, hidesSchools: true });
        expect(redacted.text).toHaveLength(written.length);
        const left = tight(redacted.text);
        for (const value of [name, email, phone, school]) expect(left).not.toContain(tight(value));
        const shown = tight(JSON.stringify(redacted.profile) + redacted.redact(written));
        for (const value of [name, email, phone, school]) expect(shown).not.toContain(tight(value));
      },
    ),
    { numRuns: 500 },
  );
});

test("names in pinyin, in the other order and with a title go too", () => {
  const profile = resumeProfile.parse({
    ...{ ...empty, ...lists, name: says("张晓梅"), emails: [says("xm.zhang@example.com")], phones: [], links: [] },
    ...{ highestDegree: null, yearsOfWork: null },
  });
  const { redact } = redactResume({ text: "", profile, hidesSchools: false });
  for (const way of [
    "Zhang Xiaomei",
    "xiaomei.zhang",
    "ZHANG Xiao-Mei",
    "zhangxiaomei_cv",
    "张女士",
    "xm.zhang",
    "張晓梅 zhang xiao mei",
  ])
    expect(redact(way).replace(/[張晓梅 _cv]/g, ""), way).toMatch(/^█+$/);
  for (const kept of [
    "张江高科技园区",
    "Zhangjiang Hi-Tech",
    "2018年7月 - 2021年3月",
    "HIS 系统",
    "面向3-6岁儿童",
    "18岁以上用户",
  ])
    expect(redact(kept)).toBe(kept);
});

const none = {
  ...{ degree: null, degreeLevel: null, major: null, start: null, end: null, description: null },
};

function wide(character: string): string {
  const code = character.charCodeAt(0);
  return code > 0x20 && code < 0x7f ? String.fromCharCode(code + 0xfee0) : character;
}

function tight(value: string): string {
  return value.normalize("NFKC").toLowerCase().replace(/[\s-]/g, "");
}

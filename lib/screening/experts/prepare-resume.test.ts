import { expect, test } from "vitest";
import { extractProfile } from "@/lib/resume/parsing/extract-profile";
import { instructions } from "@/lib/screening/engine/fixtures/attacks";
import { requirementOf } from "@/lib/screening/engine/fixtures/resumes";
import { prepareResume } from "./prepare-resume";

function prepare(lines: string[]) {
  const text = lines.join("\n");
  const profile = extractProfile(
    { kind: "txt", text, pages: [], boxes: [], isTruncated: false },
    { asOf: "2026-11-21" },
  );
  return prepareResume({ text, profile, corrections: [], requirements: [requirementOf("skill", "Java")] });
}

const english = [
  "Jane Q. Miller",
  "jane.miller@example.com | +1 415 555 1234 | linkedin.com/in/jane-miller",
  "",
  "Work Experience",
  "Contoso Ltd  Backend Engineer  Jan 2018 - Dec 2023",
  "- MILLER led 4 engineers; ask Jane at (206) 555-0147 or j_m@mail.example.org",
  "- Built order services in Java",
];
const chinese = [
  "姓名：李晓雯    性别：女    年龄：31 岁",
  "身份证号：11010519491231002X   民族：回族   婚姻状况：未婚",
  "手机：139 1234 5678   微信：lixw_2020   邮箱：lixw@example.com",
  "",
  "工作经历",
  "2019.07 - 至今    杭州云图网络科技有限公司    后端工程师",
  "李 晓 雯负责使用 Java 开发订单系统",
];

test("neither name nor contact nor sensitive detail is shown, wherever it stands", () => {
  const en = prepare(english);
  expect(en.shown).not.toMatch(/Jane|Miller|415|555|0147|example|linkedin/i);
  expect(en.shown).toContain("led 4 engineers");
  expect(en.shown).toContain("Contoso Ltd");
  const zh = prepare(chinese);
  expect(zh.shown).not.toMatch(/李|晓雯|女|31|11010519|回族|未婚|139|5678|lixw/);
  expect(zh.shown).toContain("使用 Java 开发订单系统");
  expect(zh.shown).toContain("杭州云图网络科技有限公司");
});

test("places stay those of the resume", () => {
  for (const { shown, text } of [prepare(english), prepare(chinese)]) {
    expect(shown).toHaveLength(text.length);
    for (const { index } of shown.matchAll(/\S/g)) expect(shown[index]).toBe(text[index]);
  }
});

test.each(instructions)("%j is not shown", (instruction) => {
  expect(prepare([...english, "", instruction]).shown).not.toContain(instruction);
});

test("a name that is a word leaves the word", () => {
  const { shown } = prepare([
    "Mark Grant",
    "",
    "Work Experience",
    "Contoso Ltd  Engineer  May 2018 - Dec 2023",
    "- Won a grant in a mark of trust",
  ]);
  expect(shown).not.toMatch(/Mark Grant/);
  expect(shown).toContain("May 2018");
  expect(shown).toContain("a grant in a mark of trust");
});

import { expect, test } from "vitest";
import { extractProfile } from "../extract-profile";

const resume = (name: string, email: string) =>
  `姓名：${name}\n邮箱：${email}\n\n教育背景\n2011.09 - 2015.06  江南理工大学  软件工程  本科\n\n工作经历\n2015.07 - 至今  星桥科技有限公司  测试工程师\n- 编写用例\n\n`;
const second = (text: string) =>
  extractProfile({ kind: "txt", text, pages: [], boxes: [], isTruncated: false }, { asOf: "2026-11-21" }).secondPerson
    ?.value ?? null;

test("two resumes in one file are noticed by the second name", () => {
  expect(second(resume("林嘉禾", "lin@example.com") + resume("周明远", "zhou@example.com"))).toBe("周明远");
});

test("and by the second address", () => {
  const english = (name: string, email: string) =>
    `${name}\n${email}\n\nWORK EXPERIENCE\nStaff Accountant, Harbor Foods Inc.\nJanuary 2017 - Present\n\nEDUCATION\nMilltown College, BA in History, 2010 - 2014\n\n`;
  expect(second(english("Ruth Okafor", "ruth@example.com") + english("Dana Whitfield", "dana@example.com"))).toBe(
    "dana@example.com",
  );
});

test.each([
  ["one person", resume("林嘉禾", "lin@example.com")],
  ["one person in two languages", resume("林嘉禾", "lin@example.com") + resume("林嘉禾", "lin@example.com")],
  ["a referee", `${resume("林嘉禾", "lin@example.com")}证明人\n姓名：周明远\n邮箱：zhou@example.com\n`],
])("%s is one person", (_, text) => {
  expect(second(text)).toBeNull();
});

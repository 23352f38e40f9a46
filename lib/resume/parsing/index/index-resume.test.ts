import { expect, test } from "vitest";
import { parseResume } from "../parse-resume";
import { indexResume } from "./index-resume";
import { pinyinSpellings } from "./pinyin";
import { queryTokens } from "./search-tokens";

async function indexOf(text: string) {
  const { document, profile } = await parseResume(Buffer.from(text), { fileName: "r.txt", asOf: "2026-01-01" });
  return indexResume({ fileName: "r.txt", text: document.text, profile });
}

test("names are found by pinyin, whole, by syllables and by initials", async () => {
  expect(pinyinSpellings("张三丰")).toEqual(
    expect.arrayContaining(["zhang", "zhangsan", "zhangsanfeng", "feng", "zsf"]),
  );
  expect(pinyinSpellings("单小明")[0]).toBe("shan");
  expect(pinyinSpellings("Jane Miller")).toEqual([]);
  const { searchTokens } = await indexOf("李晓雯\n高级产品经理");
  for (const typed of ["lixiaowen", "xiaowen", "LXW", "李", "晓雯"]) {
    expect(
      queryTokens(typed).tokens.every((token) => searchTokens.includes(token)),
      typed,
    ).toBe(true);
  }
});

test("the best school decides the tier, whatever stands behind its name", async () => {
  const education = (school: string) => `李晓雯\n教育经历\n2015.09-2019.06 ${school} 计算机科学与技术 本科`;
  expect((await indexOf(education("浙江大学"))).schoolTier).toBe("985");
  expect((await indexOf(education("苏州大学"))).schoolTier).toBe("211");
  expect((await indexOf(education("某某学院"))).schoolTier).toBeNull();
});

test("two resumes with one e-mail or phone share a person's key, however they are written", async () => {
  const a = await indexOf("李晓雯\n电话：138 0013 8000\n邮箱：Xiaowen@Example.com");
  const b = await indexOf("Xiaowen Li\nPhone: +86 13800138000\nSenior product manager");
  const c = await indexOf("Xiaowen Li\nEmail: xiaowen@example.com");
  const shared = (one: number[], other: number[]) => one.some((key) => other.includes(key));
  expect(shared(a.personKeys, b.personKeys)).toBe(true);
  expect(shared(a.personKeys, c.personKeys)).toBe(true);
  expect(shared(b.personKeys, c.personKeys)).toBe(false);
});

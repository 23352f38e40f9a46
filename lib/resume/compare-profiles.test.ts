import { expect, test } from "vitest";
import { compareProfiles } from "./compare-profiles";
import { extractProfile } from "./parsing/extract-profile";

const read = (...lines: string[]) =>
  extractProfile(
    { kind: "txt", text: lines.join("\n"), pages: [], boxes: [], isTruncated: false },
    { asOf: "2026-11-21" },
  );
const old = read(
  "姓名：李晓雯",
  "邮箱：LXW@example.com",
  "工作经历",
  "2019.07 - 至今    杭州云图网络科技有限公司    后端工程师",
  "专业技能",
  "Java、MySQL",
);

test("a newer resume against an older one: what is the same, what each has alone", () => {
  const newer = read(
    "姓名：李晓雯",
    "邮箱：lxw@example.com",
    "现居城市：上海",
    "工作经历",
    "2024.01 - 至今    上海微光科技有限公司    技术经理",
    "2019.07 - 2023.12    杭州云图网络科技有限公司    后端工程师",
    "专业技能",
    "Java、MySQL",
  );
  const rows = compareProfiles(newer, old);
  const row = (key: string) => rows.find((candidate) => candidate.key === key);
  expect(rows.filter(({ isSame }) => isSame).map(({ key }) => key)).toEqual(
    expect.arrayContaining(["name", "email", "skills"]),
  );
  expect(row("city")).toEqual({ key: "city", one: ["上海"], other: [], isSame: false });
  expect(row("work")).toMatchObject({
    isSame: false,
    other: ["后端工程师 · 杭州云图网络科技有限公司  2019.07–present"],
  });
  expect(row("phone")).toBeUndefined();
});

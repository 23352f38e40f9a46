import { expect, test } from "vitest";
import { extractProfile } from "../extract-profile";
import { siteOfFileName } from "./source";

const site = (text: string) =>
  extractProfile({ kind: "txt", text, pages: [], boxes: [], isTruncated: false }, { asOf: "2026-11-21" }).source.site
    ?.value ?? null;

test("a site's mark at the top names the source, an employer of that name does not", () => {
  expect(site("前程无忧 www.51job.com\n王小明\n13900001111\n")).toBe("前程无忧");
  expect(site("王小明\n13900001111\n\n工作经历\n2019.01 - 2021.01 智联招聘 销售经理\n- 开拓客户\n")).toBeNull();
});

test.each([
  ["【前端工程师_上海 15-20K】王小明 5年.pdf", "boss直聘"],
  ["智联招聘_王小明_销售.docx", "智联"],
  ["王小明.pdf", null],
])("%s", (fileName, expected) => {
  expect(siteOfFileName(fileName)).toBe(expected);
});

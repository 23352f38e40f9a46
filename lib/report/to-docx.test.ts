import JSZip from "jszip";
import mammoth from "mammoth";
import { expect, test } from "vitest";
import type { ReportContent } from "./blocks";
import { toDocx } from "./to-docx";
import { toWorkbook } from "./to-workbook";

const columns = [
  { title: "候选人", share: 3 },
  { title: "Score", share: 1, isNumber: true },
];
const content: ReportContent = {
  blocks: [
    { type: "title", text: "后端开发工程师" },
    { type: "emphasis", text: "推荐面试" },
    { type: "heading", level: 2, text: "各项要求" },
    { type: "list", items: ["Java：符合", "<b>Kafka</b> & more"] },
    { type: "quote", text: "使用 Java\u0000 开发订单系统" },
    { type: "scores", header: ["", "得分", "区间"], rows: [{ label: "综合", value: 71.5, low: 60, high: 80 }] },
    { type: "table", columns, rows: [["=cmd|'calc'!A1", 71.5]] },
  ],
  footer: "内置引擎 5",
};

test("a report as Word keeps headings, lists, quotes and tables, and nothing in it is markup", async () => {
  const { value: html } = await mammoth.convertToHtml({ buffer: await toDocx(content) });
  expect(html).toContain("<h2>各项要求</h2>");
  expect(html).toContain("<li>&lt;b&gt;Kafka&lt;/b&gt; &amp; more</li>");
  expect(html).toContain("使用 Java 开发订单系统");
  expect(html.match(/<table>/g)).toHaveLength(2);
  expect(html).toContain("60–80");
});

test("a workbook holds numbers as numbers and no formula", async () => {
  const zip = await JSZip.loadAsync(await toWorkbook(content));
  const sheet = (await zip.file("xl/worksheets/sheet1.xml")?.async("string")) ?? "";
  const strings = (await zip.file("xl/sharedStrings.xml")?.async("string")) ?? sheet;
  expect(sheet).toContain("<v>71.5</v>");
  expect(sheet).not.toContain("<f>");
  expect(strings).toContain("'=cmd|");
});

import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import type { ReportContent } from "../blocks";
import { renderPdf } from "./render-pdf";

const folder = "node_modules/@expo-google-fonts/noto-sans-sc";
const fonts = {
  regular: join(folder, "400Regular", "NotoSansSC_400Regular.ttf"),
  medium: join(folder, "500Medium", "NotoSansSC_500Medium.ttf"),
};

async function pagesOf(content: ReportContent) {
  const bytes = await renderPdf(content, fonts);
  const loading = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const document = await loading.promise;
  const pages = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const runs = items.flatMap((item) => ("str" in item && item.str.trim() ? [item] : []));
    pages.push({ runs, text: runs.map(({ str }) => str).join(""), view: page.view });
  }
  await loading.destroy();
  return { bytes, pages };
}

const paragraph =
  "负责支付、清算与对账系统的设计（含高并发场景），带领五人小组完成重构；“日均八百万笔”，可用性 99.99%。";

test("Chinese and English come out as text that can be searched and copied, and the fonts are cut to what is used", async () => {
  const { bytes, pages } = await pagesOf({
    blocks: [
      { type: "title", text: "李晓雯" },
      { type: "quote", text: paragraph },
      { type: "scores", header: ["", "分数", "可能的范围"], rows: [{ label: "综合", value: 71.5, low: 60, high: 88 }] },
      { type: "list", items: ["Kafka, Redis ◐ ●"] },
    ],
    footer: "系统建议，由人决定。",
  });
  expect(pages).toHaveLength(1);
  expect(pages[0]?.text.replaceAll(" ", "")).toContain(paragraph.replaceAll(" ", ""));
  expect(pages[0]?.text).toContain("71.5");
  expect(pages[0]?.text).toContain("60–88");
  expect(pages[0]?.text).toContain("1 / 1");
  expect(pages[0]?.text).toContain("系统建议，由人决定。");
  expect(bytes.length).toBeLessThan(200_000);
});

test("no line begins with a closing mark or ends with an opening one, and none leaves the page", async () => {
  const { pages } = await pagesOf({
    blocks: Array.from({ length: 40 }, (_, index) => ({
      type: "paragraph" as const,
      text: `${"测".repeat(index)}${paragraph.repeat(3)}`,
    })),
    footer: "",
  });
  expect(pages.length).toBeGreaterThan(1);
  for (const { runs, view } of pages) {
    for (const { str, transform, width } of runs) {
      expect(str.trimStart(), str).not.toMatch(/^[，。；：、！？）】》”’%]/u);
      expect(str.trimEnd(), str).not.toMatch(/[（【《“‘]$/u);
      expect(transform[4] + width).toBeLessThanOrEqual((view[2] ?? 0) - 50);
    }
  }
});

test("a long table repeats its head, a wide one turns the page", async () => {
  const columns = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ title: `R${index + 1}`, share: index === 0 ? 3 : 1 }));
  const rows = (count: number) => Array.from({ length: 120 }, (_, row) => Array.from({ length: count }, () => row));
  const tall = await pagesOf({ blocks: [{ type: "table", columns: columns(4), rows: rows(4) }], footer: "" });
  expect(tall.pages.length).toBeGreaterThan(2);
  for (const { runs } of tall.pages) expect(runs[0]?.str).toBe("R1");
  const wide = await pagesOf({ blocks: [{ type: "table", columns: columns(14), rows: rows(14) }], footer: "" });
  expect(wide.pages[0]?.view[2]).toBeGreaterThan(800);
});

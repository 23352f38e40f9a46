import { type ReportBlock, type ReportContent, withSource } from "@/lib/report/blocks";
import { escapeText, quoteBlock } from "@/lib/report/markdown";

export function toMarkdown({ blocks, footer }: ReportContent): string {
  const end = footer ? ["---", "", footer, ""] : [];
  return [...blocks.flatMap((block) => [...lines(block), ""]), ...end].join("\n");
}

function lines(block: ReportBlock): string[] {
  switch (block.type) {
    case "title":
      return [`# ${escapeText(block.text)}`];
    case "heading":
      return [`${"#".repeat(block.level)} ${escapeText(block.text)}`];
    case "cover":
      return [
        `# ${escapeText(block.title)}`,
        escapeText(block.subtitle),
        ...block.lines.map(([label, value]) => `- ${escapeText(label)}: **${escapeText(value)}**`),
        escapeText(block.note),
      ];
    case "picture":
      return [];
    case "paragraph":
      return [escapeText(block.text)];
    case "emphasis":
      return [`**${escapeText(block.text)}**`];
    case "note":
      return [`_${escapeText(block.text)}_`];
    case "list":
      return block.items.map((item) => `- ${escapeText(item)}`);
    case "quote":
      return [quoteBlock(withSource(block))];
    case "scores":
      return [
        `| ${block.header.join(" | ")} |`,
        "|---|---:|---:|",
        ...block.rows.map(({ label, value, low, high }) => `| ${label} | ${value} | ${low}–${high} |`),
      ];
    case "table":
      return [
        `| ${block.columns.map(({ title }) => title).join(" | ")} |`,
        `|${block.columns.map(({ isNumber }) => (isNumber ? "---:" : "---")).join("|")}|`,
        ...block.rows.map((row) => `| ${row.map((cell) => escapeText(String(cell))).join(" | ")} |`),
      ];
  }
}

import { decodeEntities } from "./part-paragraphs";

/**
 * Plain text of mammoth's HTML: a line per paragraph, "• " before list items, table cells divided by tabs.
 * Tables used as layout (cells with many lines) are read cell by cell.
 */
export function htmlToText(html: string): string {
  const writer = new HtmlWriter();
  for (const [, closing, name = "", attributes = "", text] of html.matchAll(
    /<(\/?)([a-z][a-z0-9]*)([^<>]*)>|([^<]+)/gi,
  )) {
    if (text !== undefined) writer.addText(decodeEntities(text));
    else if (closing) writer.close(name.toLowerCase());
    else writer.open(name.toLowerCase(), attributes);
  }
  return writer.finish();
}

type Table = { cells: string[]; outer: string };

class HtmlWriter {
  private text = "";
  private readonly tables: Table[] = [];
  private readonly lists: { isNumbered: boolean; count: number }[] = [];
  private readonly links: { address: string; start: number }[] = [];

  addText(text: string): void {
    this.text += text;
  }

  open(name: string, attributes: string): void {
    if (name === "br") this.text += "\n";
    else if (name === "ul" || name === "ol") this.lists.push({ isNumbered: name === "ol", count: 0 });
    else if (name === "li") this.openItem();
    else if (name === "input" && /type="checkbox"/.test(attributes))
      this.text += /\schecked(?:[\s=/]|$)/.test(attributes) ? "☑" : "☐";
    else if (name === "table") this.tables.push({ cells: [], outer: this.text });
    else if (name === "tr") this.startRow();
    else if (name === "a")
      this.links.push({
        address: decodeEntities(/href="([^"]*)"/.exec(attributes)?.[1] ?? ""),
        start: this.text.length,
      });
  }

  close(name: string): void {
    if (/^(?:p|h[1-6]|li)$/.test(name)) this.endLine();
    else if (name === "ul" || name === "ol") this.lists.pop();
    else if (name === "td" || name === "th") this.endCell();
    else if (name === "tr") this.endRow();
    else if (name === "table") this.endTable();
    else if (name === "a") this.closeLink();
  }

  finish(): string {
    while (this.tables.length > 0) this.endTable();
    return this.text;
  }

  private openItem(): void {
    if (!this.text.endsWith("\n")) this.endLine();
    const list = this.lists.at(-1);
    if (list) list.count += 1;
    this.text += list?.isNumbered ? `${list.count}. ` : "• ";
  }

  private endLine(): void {
    if (this.text !== "" || this.tables.length === 0) this.text = `${this.text.replace(/(?<![ \t])[ \t]+$/, "")}\n`;
  }

  private startRow(): void {
    const table = this.tables.at(-1);
    if (!table) return;
    table.cells = [];
    if (table.outer !== "" && !table.outer.endsWith("\n")) table.outer += "\n";
    this.text = "";
  }

  private endCell(): void {
    this.tables.at(-1)?.cells.push(this.text.replace(/^\n+|(?<!\s)\s+$/g, ""));
    this.text = "";
  }

  private endRow(): void {
    const table = this.tables.at(-1);
    if (table) table.outer += rowText(table.cells.filter((cell) => cell !== ""));
    this.text = "";
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (table) this.text = `${table.outer}${this.text}\n`;
  }

  /** An address that its text does not show is worth keeping: e-mail behind a name or an icon. */
  private closeLink(): void {
    const link = this.links.pop();
    if (!link || !/^(?:mailto:|https?:)/i.test(link.address)) return;
    const address = link.address.replace(/^mailto:/i, "").replace(/\?.*$/, "");
    const shown = this.text.slice(link.start);
    const short = address.replace(/^https?:\/\/(?:www\.)?/i, "").replace(/\/$/, "");
    if (!shown.toLowerCase().includes(short.toLowerCase())) this.text += ` (${address})`;
  }
}

function rowText(cells: string[]): string {
  const lines = cells.map((cell) => cell.split("\n"));
  const isLayout = lines.some((cell) => cell.filter((line) => line.trim() !== "").length > 3);
  if (isLayout) return `${cells.join("\n\n")}\n`;
  const height = Math.max(...lines.map((cell) => cell.length), 0);
  let text = "";
  for (let index = 0; index < height; index += 1) {
    text += `${lines
      .map((cell) => cell[index]?.trim() ?? "")
      .filter((line) => line !== "")
      .join("\t")}\n`;
  }
  return text;
}

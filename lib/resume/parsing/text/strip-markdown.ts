/** Markdown without its marks: headings, list items and table rows stay lines, links keep text and address. */
export function stripMarkdown(markdown: string): string {
  return markdown
    .replace(/^\uFEFF?---[ \t]*\n[\s\S]{0,5000}?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/, frontMatterText)
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^[ \t]*(?:```|~~~).*$/gm, "")
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, "")
    .replace(/^.*$/gm, setApart)
    .replace(/\[([^[\]\n]*)\]\((?:mailto:)?([^()\s]*)[^()\n]*\)/g, linkText)
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<((?:https?:|mailto:)?[^\s<>]+@?[^\s<>]*[.:][^\s<>]*)>/g, "$1")
    .replace(/<\/(?:span|td|th)>[ \t]*(?=<(?:span|td|th)\b)/gi, "\t")
    .replace(/<\/?[a-z][^<>\n]*>/gi, "")
    .replace(/^( {0,3}#{1,6}[ \t].*?)[ \t]*\{[#.:][^{}\n]*\}[ \t]*$/gm, "$1")
    .replace(/^ {0,3}#{1,6}[ \t]*(.*)$/gm, (_, title: string) => `\n${withoutClosingMarks(title)}`)
    .replace(/^(?=.*\S)(.+)\n {0,3}(?:=+|-{3,})[ \t]*$/gm, "\n$1")
    .replace(/^ {0,3}(?:[-*_][ \t]*){3,}$/gm, "")
    .replace(/^[ \t]*(?:\|[ \t]*)?(?::?-{2,}:?[ \t]*\|[ \t]*)+(?:(?::-*:?|-+:?)[ \t]*)?$/gm, "")
    .replace(/^[ \t]*\|(.*)\|[ \t]*$/gm, (_, row: string) =>
      row
        .split("|")
        .map((cell) => cell.trim())
        .join("\t"),
    )
    .replace(/^[ \t]*>[ \t]?/gm, "")
    .replace(/^ {0,3}:[ \t]+(?=\S)/gm, "")
    .replace(/^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/gm, "• ")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, "$1")
    .replace(/(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)/g, "$1")
    .replace(/~~(.+?)~~/g, "$1")
    .replace(/(`{1,3})([^`\n]+)\1/g, "$2")
    .replace(/\^[^^\s]{1,3}\^/g, "")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, "$1")
    .replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, character);
}

/** "Work ##" → "Work". */
function withoutClosingMarks(title: string): string {
  return title
    .trimEnd()
    .replace(/(?<!#)#+$/, "")
    .trimEnd();
}

const mark =
  String.raw`(?:\*\*\S(?:[^*\n]*\S)?\*\*|__\S(?:[^_\n]*\S)?__|\*[^*\s](?:[^*\n]*[^*\s])?\*|_[^_\s](?:[^_\n]*[^_\s])?_|` +
  String.raw`\[[^\]\n]+\]\([^)\n]*\))`;
const markedLine = new RegExp(String.raw`^\s*(?:#{1,6}[ \t]+|[-*+][ \t]+)?(?:\*\*)?${mark}`);
const betweenMarks = new RegExp(String.raw`(?<=[*_)])[ \t]+(?=${mark})`, "g");

/** "**Data Engineer** [Acme](…) *2019 – 2021*": what is marked apart is apart, as cells of a row are. */
function setApart(line: string): string {
  return line.length < 300 && markedLine.test(line) ? line.replace(betweenMarks, "\t") : line;
}

const named: Record<string, string> = {
  nbsp: " ",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ndash: "–",
  mdash: "—",
  bull: "•",
  middot: "·",
  hellip: "…",
};

/** A character written as its entity; one that no table here has stays as it is. */
function character(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name) return named[name.toLowerCase()] ?? entity;
  const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
  return code > 31 && code <= 0x10ffff ? String.fromCodePoint(code) : "";
}

/** Front matter often holds name and contact; its "key: value" lines read as a resume's do. */
function frontMatterText(block: string): string {
  const lines = block
    .split("\n")
    .filter((line) =>
      /^\s*(?:name|author|title|email|e-mail|phone|mobile|tel|city|location|姓名|电话|手机|邮箱|性别|城市)\s*:/i.test(
        line,
      ),
    );
  return `${lines.map((line) => line.replace(/["']/g, "").trim()).join("\n")}\n`;
}

function linkText(_: string, text: string, address: string): string {
  const isShown =
    text === "" || address === "" || address.startsWith("#") || text.includes(address) || address.endsWith(text);
  if (isShown) return text || address;
  return `${text} (${address})`;
}

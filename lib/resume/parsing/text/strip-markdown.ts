/** Markdown without its marks: headings, list items and table rows stay lines, links keep text and address. */
export function stripMarkdown(markdown: string): string {
  return markdown
    .replace(/^\uFEFF?---[ \t]*\n[\s\S]{0,5000}?\n(?:---|\.\.\.)[ \t]*(?:\n|$)/, frontMatterText)
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/^[ \t]*(?:```|~~~).*$/gm, "")
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, "")
    .replace(/\[([^\]\n]*)\]\((?:mailto:)?([^)\s]*)[^)\n]*\)/g, linkText)
    .replace(/<br\s*\/?>/gi, "\n")
    .replace(/<((?:https?:|mailto:)?[^\s<>]+@?[^\s<>]*[.:][^\s<>]*)>/g, "$1")
    .replace(/<\/?[a-z][^<>\n]*>/gi, "")
    .replace(/^ {0,3}(#{1,6})[ \t]*(.*?)[ \t]*#*[ \t]*$/gm, "\n$2")
    .replace(/^(?=.*\S)(.+)\n {0,3}(?:=+|-{3,})[ \t]*$/gm, "\n$1")
    .replace(/^ {0,3}(?:[-*_][ \t]*){3,}$/gm, "")
    .replace(/^[ \t]*\|?(?:[ \t]*:?-{2,}:?[ \t]*\|)+[ \t]*:?-*:?[ \t]*$/gm, "")
    .replace(/^[ \t]*\|(.*)\|[ \t]*$/gm, (_, row: string) =>
      row
        .split("|")
        .map((cell) => cell.trim())
        .join("\t"),
    )
    .replace(/^[ \t]*>[ \t]?/gm, "")
    .replace(/^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?/gm, "• ")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, "$1")
    .replace(/(?<!\w)_(?=\S)([^_\n]+?)(?<=\S)_(?!\w)/g, "$1")
    .replace(/~~(.+?)~~/g, "$1")
    .replace(/`([^`\n]+)`/g, "$1")
    .replace(/\\([\\`*_{}[\]()#+\-.!|<>~])/g, "$1");
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

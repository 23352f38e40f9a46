/** Paragraphs of a WordprocessingML part, in the order they end. Only names and text of tags are looked at. */
export function partParagraphs(xml: Buffer): string[] {
  const found: string[] = [];
  // A text box stands within the paragraph that holds it.
  const open: string[] = [];
  const add = (text: string) => {
    const innermost = open.pop();
    if (innermost !== undefined) open.push(innermost + text);
  };
  for (const [tag, text, closing] of xml.toString("utf8").matchAll(parts)) {
    if (text !== undefined) add(text);
    else if (closing) found.push(decodeEntities(open.pop() ?? "").trim());
    else if (tag.startsWith("<w:p")) open.push("");
    else add(tag.startsWith("<w:tab") ? "\t" : "\n");
  }
  return found.filter((paragraph) => paragraph !== "");
}

const parts = /<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr)(?:\s[^>]*)?\/>|(<\/w:p>)|<w:p(?:\s(?:[^>]*[^/>])?)?>/g;

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,6}));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : "";
  });
}

/** Paragraphs of a WordprocessingML part, deleted text left out. Only names and text of tags are looked at. */
export function partParagraphs(xml: Buffer): string[] {
  return paragraphs(xml.toString("utf8"));
}

/** Paragraphs that stand in text boxes, each once (a box is often stored in two drawing languages). */
export function textBoxParagraphs(xml: Buffer): string[] {
  const boxes = xml.toString("utf8").match(/<w:txbxContent\b[\s\S]*?<\/w:txbxContent>/g) ?? [];
  return [...new Set(boxes.flatMap(paragraphs))];
}

function paragraphs(xml: string): string[] {
  const found: string[] = [];
  for (const [, content = ""] of xml.matchAll(/<w:p(?:\s[^>]*)?>([\s\S]*?)<\/w:p>/g)) {
    let text = "";
    for (const [tag, run] of content.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(?:tab|br|cr)(?:\s[^>]*)?\/>/g)) {
      text += run ?? (tag.startsWith("<w:tab") ? "\t" : "\n");
    }
    if (text.trim() !== "") found.push(decodeEntities(text).trim());
  }
  return found;
}

const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " " };

export function decodeEntities(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,6}));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : "";
  });
}

import JSZip from "jszip";
import mammoth from "mammoth";
import { type HiddenText, type ResumeDocument, UnreadableFileError } from "../../../document";
import { cleanText } from "../clean-text";
import { mostHidden } from "../limits";
import { plainDocument } from "../read-plain";
import { finalText } from "./final-text";
import { withoutHiddenRuns } from "./hidden-runs";
import { htmlToText } from "./html-to-text";
import { partParagraphs } from "./part-paragraphs";
import { walkZip } from "./walk-zip";

/** Text of a Word file: page headers, body with tables, lists and text boxes, its notes, page footers. */
export async function readDocx(bytes: Uint8Array): Promise<ResumeDocument> {
  const parts = await walkZip(bytes, /^word[\\/](?:document|header\d*|footer\d*|footnotes|endnotes|styles)\.xml$/);
  const isChanged = acceptChanges(parts);
  const hidden = hideRuns(parts);
  const read = isChanged || hidden.length > 0 ? await withParts(bytes, parts) : bytes;
  const body = cleanText(htmlToText(withoutNoteMarks(await toHtml(read))));
  const shown = new Set([fold(body)]);
  const unseen = (paragraphs: string[]) =>
    paragraphs.filter((paragraph) => {
      const key = fold(paragraph);
      if (key === "" || [...shown].some((text) => text.includes(key))) return false;
      shown.add(key);
      return true;
    });
  const headers = unseen(paragraphsOf(parts, /header\d*\.xml$/));
  const footers = unseen(paragraphsOf(parts, /footer\d*\.xml$/));
  const blocks = [headers.join("\n"), body, footers.join("\n")];
  const document = plainDocument("docx", cleanText(blocks.filter((block) => block !== "").join("\n\n")));
  return hidden.length > 0 ? { ...document, hidden: hidden.slice(0, mostHidden) } : document;
}

/** Makes the parts say what they show; whether that changed what mammoth reads. */
function acceptChanges(parts: Map<string, Buffer>): boolean {
  let isChanged = false;
  for (const [name, part] of parts) {
    if (/styles\.xml$/.test(name)) continue;
    const forMammoth = !/(?:header|footer)\d*\.xml$/.test(name);
    const xml = part.toString("utf8");
    const final = finalText(xml, { forMammoth });
    if (final === xml) continue;
    parts.set(name, Buffer.from(final));
    isChanged ||= forMammoth;
  }
  return isChanged;
}

/** A note stands as a line at the end of the body; a number behind an employer would be read as part of its name. */
function withoutNoteMarks(html: string): string {
  return html
    .replace(/<sup><a href="#(?:foot|end)note-[^"]*"[^>]*>\[\d+\]<\/a><\/sup>/g, "")
    .replace(/\s*<a href="#(?:foot|end)note-ref-[^"]*">↑<\/a>/g, "")
    .replace(/<li id="(?:foot|end)note-[^"]*">([\s\S]*?)<\/li>/g, "$1");
}

/** Takes hidden runs out of the parts and gives what they said. */
function hideRuns(parts: Map<string, Buffer>): HiddenText[] {
  const styles = [...parts].find(([name]) => /styles\.xml$/.test(name))?.[1].toString("utf8");
  return [...parts].flatMap(([name, part]) => {
    if (/styles\.xml$/.test(name)) return [];
    const { xml, hidden } = withoutHiddenRuns(part.toString("utf8"), styles);
    if (hidden.length > 0) parts.set(name, Buffer.from(xml));
    return hidden;
  });
}

/** The file with these parts in place of its own, for mammoth, which knows neither colour nor "hidden". */
async function withParts(bytes: Uint8Array, parts: Map<string, Buffer>): Promise<Buffer> {
  try {
    const zip = await JSZip.loadAsync(bytes);
    for (const [name, part] of parts) zip.file(name, part);
    return await zip.generateAsync({ type: "nodebuffer" });
  } catch (cause) {
    throw new UnreadableFileError("corrupt", { cause });
  }
}

const depths = [1, 2, 3, 4, 5];
const within = (depth: number) => "ul|ol > li > ".repeat(depth - 1);
/**
 * Lists, and no numbers before headings: all that the text is told apart by. mammoth reads its map anew for each file,
 * and its own of fifty rules took as long as the body of a resume.
 */
const styleMap = [
  "p[style-name^='Heading'] => p:fresh",
  ...depths.map((depth) => `p:unordered-list(${depth}) => ${within(depth)}ul > li:fresh`),
  ...depths.map((depth) => `p:ordered-list(${depth}) => ${within(depth)}ol > li:fresh`),
];

async function toHtml(bytes: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        ...{ styleMap, includeDefaultStyleMap: false, ignoreEmptyParagraphs: false },
        convertImage: mammoth.images.imgElement(async () => ({ src: "" })),
      },
    );
    return value;
  } catch (cause) {
    throw new UnreadableFileError("corrupt", { cause });
  }
}

function paragraphsOf(parts: Map<string, Buffer>, name: RegExp): string[] {
  return [...parts].filter(([part]) => name.test(part)).flatMap(([, xml]) => partParagraphs(xml));
}

function fold(text: string): string {
  return text.replace(/[\s•]/g, "");
}

import mammoth from "mammoth";
import { type ResumeDocument, UnreadableFileError } from "../../../document";
import { cleanText } from "../clean-text";
import { plainDocument } from "../read-plain";
import { htmlToText } from "./html-to-text";
import { partParagraphs, textBoxParagraphs } from "./part-paragraphs";
import { walkZip } from "./walk-zip";

/** Text of a Word file: page headers, body with tables and lists, text boxes that mammoth loses, page footers. */
export async function readDocx(bytes: Uint8Array): Promise<ResumeDocument> {
  const parts = await walkZip(bytes, /^word[\\/](?:document|header\d*|footer\d*)\.xml$/);
  const body = cleanText(htmlToText(await toHtml(bytes)));
  const shown = new Set([fold(body)]);
  const unseen = (paragraphs: string[]) =>
    paragraphs.filter((paragraph) => {
      const key = fold(paragraph);
      if (key === "" || [...shown].some((text) => text.includes(key))) return false;
      shown.add(key);
      return true;
    });
  const headers = unseen(paragraphsOf(parts, /header\d*\.xml$/));
  const boxes = unseen(
    [...parts].flatMap(([name, xml]) => (/document\.xml$/.test(name) ? textBoxParagraphs(xml) : [])),
  );
  const footers = unseen(paragraphsOf(parts, /footer\d*\.xml$/));
  const blocks = [headers.join("\n"), boxes.join("\n"), body, footers.join("\n")];
  return plainDocument("docx", cleanText(blocks.filter((block) => block !== "").join("\n\n")));
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      { convertImage: mammoth.images.imgElement(async () => ({ src: "" })), ignoreEmptyParagraphs: false },
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

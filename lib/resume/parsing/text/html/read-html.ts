import type { ResumeDocument } from "../../../document";
import { cleanText } from "../clean-text";
import { decodeText } from "../decode-text";
import { htmlToText } from "../docx/html-to-text";
import { maxTextLength, mostHidden } from "../limits";
import { plainDocument } from "../read-plain";
import { visibleHtml } from "./visible-html";
import { pageOfArchive } from "./web-archive";

/** Markup is a multiple of its text. */
const maxBytes = maxTextLength * 16;

/** Text of a saved page. Letters of the colour they lie on count as hidden. */
export function readHtml(bytes: Uint8Array): ResumeDocument {
  const { html, hidden } = visibleHtml(decodeHtml((pageOfArchive(bytes) ?? bytes).subarray(0, maxBytes)));
  const document = plainDocument("html", cleanText(htmlToText(html)));
  return hidden.length > 0 ? { ...document, hidden: hidden.slice(0, mostHidden) } : document;
}

/** The encoding the page names; an unknown or missing name leaves it to the bytes. */
function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  const named = /<meta[^>]+charset\s*=\s*["']?([\w-]{2,20})/i.exec(head)?.[1];
  if (!named || /^utf-?16/i.test(named)) return decodeText(bytes);
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch {
    return decodeText(bytes);
  }
}

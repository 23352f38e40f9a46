import type { FileKind } from "../../document";

/** What every picture of a PDF says of itself, never compressed: a stream's own dictionary stands in the open. */
const pdfPicture = /\/Subtype\s*\/Image(?![A-Za-z])/;
/** The name of a part stands in a ZIP's directory as it is. */
const docxPicture = /word\/media\/[^/]{1,100}\.(?:png|jpe?g)/i;

/** Whether looking for a photo is worth opening the file once more. */
export function mayHavePhoto(bytes: Uint8Array, kind: FileKind): boolean {
  const pattern = kind === "pdf" ? pdfPicture : kind === "docx" ? docxPicture : null;
  return pattern?.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1")) ?? false;
}

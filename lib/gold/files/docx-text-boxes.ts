import { fixZipTimes } from "../../demo/files/zip-times";
import { makeDocx } from "../../resume/parsing/fixtures/make-zip";
import { factText, type Sheet } from "../writing/sheet";
import { textLines } from "./text";

/** Name and contacts in a text box, stored in two drawing languages as Word does; the rest in the body. */
export function textBoxDocx(sheet: Sheet): Buffer {
  const box = [sheet.name, ...sheet.facts.map((fact) => factText(sheet, fact))].map(paragraph).join("");
  const content = `<w:txbxContent>${box}</w:txbxContent>`;
  const drawing = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps"><w:drawing><wps:wsp xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:txbx>${content}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>`;
  const lines = textLines(sheet, {
    heading: (heading) => [heading],
    row: ({ left, right }) => (right ? `${left}\t${right}` : left),
  });
  return fixZipTimes(makeDocx(`<w:p><w:r>${drawing}</w:r></w:p>${lines.map(paragraph).join("")}`));
}

function paragraph(text: string) {
  const runs = text
    .split("\t")
    .map((part) => `<w:r><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r>`)
    .join("<w:r><w:tab/></w:r>");
  return `<w:p>${runs}</w:p>`;
}

function escapeXml(text: string) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

/** The text of each page of a PDF, and the size of the first one in points. */
export async function readPdf(bytes: Buffer): Promise<{ pages: string[]; width: number; height: number }> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 });
  const pdf = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  const [, , width = 0, height = 0] = (await pdf.getPage(1)).view;
  await task.destroy();
  return { pages, width, height };
}

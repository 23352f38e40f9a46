import { createCanvas } from "@napi-rs/canvas";
import PDFDocument from "pdfkit";
import { makeDocx, paragraph } from "../resume/parsing/fixtures/make-zip.ts";

/** Something with as many colours as a photo. */
export function picture(width: number, height: number, colours: "many" | "two" = "many"): Buffer {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  for (let x = 0; x < width; x += 4) {
    for (let y = 0; y < height; y += 4) {
      context.fillStyle =
        colours === "many"
          ? `rgb(${(x * y * 7) % 256},${(y * 29) % 256},${(x * 31 + y * y) % 256})`
          : (x ^ y) & 8
            ? "#000"
            : "#fff";
      context.fillRect(x, y, 4, 4);
    }
  }
  return canvas.toBuffer("image/png");
}

/** A page with a picture of this size on it, in points, and lines beside it. */
export async function pdfWith(
  image: Buffer | null,
  size: [number, number] = [80, 112],
  lines: readonly string[] = ["Jane Miller"],
): Promise<Buffer> {
  const pdf = new PDFDocument({ size: "A4" });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => pdf.on("end", resolve));
  for (const line of lines) pdf.text(line || " ");
  if (image) pdf.image(image, 450, 40, { width: size[0], height: size[1] });
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

export function docxWith(image: Buffer, [width, height]: [number, number]): Buffer {
  const drawing = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:extent cx="${width * 12_700}" cy="${height * 12_700}"/><a:blip xmlns:a="a" xmlns:r="r" r:embed="rId7"/></wp:inline></w:drawing></w:r></w:p>`;
  return makeDocx(`${paragraph("Jane Miller")}${drawing}`, {
    "word/_rels/document.xml.rels":
      '<Relationships><Relationship Id="rId7" Type="image" Target="media/image1.png"/></Relationships>',
    "word/media/image1.png": image,
  });
}

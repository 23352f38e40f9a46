import { createCanvas, loadImage } from "@napi-rs/canvas";
import PDFDocument from "pdfkit";
import { expect, test } from "vitest";
import { makeDocx, paragraph } from "../fixtures/make-zip";
import { findPhoto } from "./find-photo";

/** Something with as many colours as a photo. */
function picture(width: number, height: number, colours: "many" | "two" = "many"): Buffer {
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

async function pdfWith(image: Buffer, size: [number, number]): Promise<Buffer> {
  const pdf = new PDFDocument({ size: "A4" });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => pdf.on("end", resolve));
  pdf.text("Jane Miller").image(image, 450, 40, { width: size[0], height: size[1] });
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

function docxWith(image: Buffer, [width, height]: [number, number]): Buffer {
  const drawing = `<w:p><w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:extent cx="${width * 12_700}" cy="${height * 12_700}"/><a:blip xmlns:a="a" xmlns:r="r" r:embed="rId7"/></wp:inline></w:drawing></w:r></w:p>`;
  return makeDocx(`${paragraph("Jane Miller")}${drawing}`, {
    "word/_rels/document.xml.rels":
      '<Relationships><Relationship Id="rId7" Type="image" Target="media/image1.png"/></Relationships>',
    "word/media/image1.png": image,
  });
}

test("the photo of a PDF comes as a JPEG of its pixels", async () => {
  const photo = await findPhoto(await pdfWith(picture(200, 280), [80, 112]), "a.pdf");
  expect(photo?.mediaType).toBe("image/jpeg");
  const image = await loadImage(Buffer.from(photo?.bytes ?? []));
  expect([image.width, image.height]).toEqual([200, 280]);
});

test("the photo of a Word file comes as it is", async () => {
  const image = picture(200, 280);
  const photo = await findPhoto(docxWith(image, [80, 112]), "a.docx");
  expect(photo).toEqual({ mediaType: "image/png", bytes: image });
});

test.each<[string, Buffer, [number, number]]>([
  ["a wide banner", picture(600, 200), [300, 100]],
  ["an icon", picture(200, 200), [16, 16]],
  ["a whole page", picture(400, 560), [500, 700]],
])("%s is no photo", async (_, image, size) => {
  expect(await findPhoto(await pdfWith(image, size), "a.pdf")).toBeNull();
  expect(await findPhoto(docxWith(image, size), "a.docx")).toBeNull();
});

test("a QR code is no photo", async () => {
  expect(await findPhoto(await pdfWith(picture(200, 200, "two"), [80, 80]), "a.pdf")).toBeNull();
});

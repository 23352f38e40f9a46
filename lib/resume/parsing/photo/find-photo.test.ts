import { loadImage } from "@napi-rs/canvas";
import { expect, test } from "vitest";
import { docxWith, pdfWith, picture } from "@/lib/testing/photo-files";
import { makeDocx, paragraph } from "../fixtures/make-zip";
import { findPhoto } from "./find-photo";
import { mayHavePhoto } from "./may-have-photo";

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

test.each([
  ["a PDF with a picture", () => pdfWith(picture(200, 280), [80, 112]), "pdf", true],
  ["a PDF of letters", () => pdfWith(null), "pdf", false],
  ["a Word file with a picture", () => docxWith(picture(200, 280), [80, 112]), "docx", true],
  ["a Word file of letters", () => makeDocx(paragraph("Jane Miller")), "docx", false],
] as const)("%s tells so before it is opened again", async (_, make, kind, expected) => {
  expect(mayHavePhoto(await make(), kind)).toBe(expected);
});

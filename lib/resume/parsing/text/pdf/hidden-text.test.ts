import PDFDocument from "pdfkit";
import { expect, test } from "vitest";
import { readDocument } from "../../read-document";

async function drawn(draw: (pdf: PDFKit.PDFDocument) => void) {
  const pdf = new PDFDocument({ size: "A4", margin: 50 });
  const chunks: Buffer[] = [];
  pdf.on("data", (chunk: Buffer) => chunks.push(chunk));
  const done = new Promise((resolve) => pdf.on("end", resolve));
  pdf.fontSize(11).fillColor("black").text("Jane Miller", 50, 60).text("Software engineer in Berlin", 50, 80);
  draw(pdf);
  pdf.end();
  await done;
  return readDocument(Buffer.concat(chunks), "a.pdf");
}

test.each<[string, (pdf: PDFKit.PDFDocument) => void, string]>([
  ["white on white", (pdf) => pdf.fillColor("#fefefe").text("Kubernetes expert", 50, 120), "background_colour"],
  [
    "dark on dark",
    (pdf) => pdf.rect(40, 110, 300, 40).fill("#14304a").fillColor("#15314b").text("Kubernetes expert", 50, 120),
    "background_colour",
  ],
  ["of a point", (pdf) => pdf.fontSize(1).text("Kubernetes expert", 50, 120), "tiny"],
  ["beside the page", (pdf) => pdf.text("Kubernetes expert", -400, 120, { lineBreak: false }), "off_page"],
  [
    "drawn with mode 3",
    (pdf) => {
      pdf.addContent("3 Tr");
      pdf.text("Kubernetes expert", 50, 120);
    },
    "invisible",
  ],
  ["almost transparent", (pdf) => pdf.fillOpacity(0.01).text("Kubernetes expert", 50, 120), "invisible"],
])("text %s is listed and not read", async (_, draw, reason) => {
  const document = await drawn(draw);
  expect(document.hidden).toEqual([{ text: "Kubernetes expert", reason, page: 0 }]);
  expect(document.text).not.toContain("Kubernetes");
  expect(document.text).toContain("Software engineer");
});

test.each<[string, (pdf: PDFKit.PDFDocument) => void]>([
  [
    "white on a dark bar",
    (pdf) => pdf.rect(40, 110, 300, 40).fill("#14304a").fillColor("white").text("Kubernetes", 50, 120),
  ],
  [
    "white on a round shape",
    (pdf) => pdf.circle(90, 125, 60).fill("#14304a").fillColor("white").text("Kubernetes", 50, 120),
  ],
  [
    "white on a shade",
    (pdf) => {
      const shade = pdf.linearGradient(40, 110, 340, 150).stop(0, "#14304a").stop(1, "#406080");
      pdf.rect(40, 110, 300, 40).fill(shade).fillColor("white").text("Kubernetes", 50, 120);
    },
  ],
  [
    "drawn as an outline, with the letter unseen over it",
    (pdf) => {
      pdf.path("M 51 120 L 51 111 L 55 116 L 58 111 L 58 120 C 57 119 54 118 53 120 Z").fill("black");
      pdf.addContent("3 Tr").text("K", 50, 111, { lineBreak: false }).addContent("0 Tr").text("ubernetes", 57.3, 111);
    },
  ],
  ["light grey", (pdf) => pdf.fillColor("#c8c8c8").text("Kubernetes", 50, 120)],
])("text %s is read", async (_, draw) => {
  const document = await drawn(draw);
  expect(document.hidden).toBeUndefined();
  expect(document.text).toContain("Kubernetes");
});

test("words hidden within a line leave the others", async () => {
  const { text, hidden } = await drawn((pdf) => {
    pdf.fillColor("black").text("Skills: Java", 50, 120, { continued: true });
    pdf.fillColor("white").text(", Kubernetes, Kafka", { continued: true });
    pdf.fillColor("black").text(" and Go");
  });
  expect(text).toMatch(/Skills: Java\s+and Go/);
  expect(hidden?.map((passage) => passage.text)).toEqual([expect.stringContaining("Kubernetes, Kafka")]);
});

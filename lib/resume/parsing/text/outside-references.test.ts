import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makePdf } from "../fixtures/make-pdf";
import { makeDocx, paragraph } from "../fixtures/make-zip";
import { readDocument } from "../read-document";
import { docxToHtml } from "./docx/docx-to-html";

const calls: string[] = [];
const server = createServer(({ url }, response) => {
  calls.push(url ?? "");
  response.end("fetched from outside");
});
let at = "";
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const relation = (id: string, kind: string, target: string) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}" TargetMode="External"/>`;
const relations = (...all: string[]) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join("")}</Relationships>`;
const picture = (id: string) =>
  `<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9" cy="9"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="${id}" r:embed="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`;

const secret = /root:|fetched from outside|entity-content/;

function wordFiles(): [string, Buffer][] {
  const pointed = (target: string) =>
    makeDocx(paragraph("Jane Miller, Java") + picture("r9"), {
      "word/_rels/document.xml.rels": relations(relation("r9", "image", target)),
    });
  const entity = (target: string) =>
    makeDocx(paragraph("Jane Miller &outside;"), {
      "word/document.xml": `<?xml version="1.0"?><!DOCTYPE w:document [<!ENTITY outside SYSTEM "${target}">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph("Jane Miller &outside;")}</w:body></w:document>`,
    });
  const template = makeDocx(paragraph("Jane Miller, Java"), {
    "word/settings.xml": `<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:attachedTemplate r:id="r1"/></w:settings>`,
    "word/_rels/settings.xml.rels": relations(relation("r1", "attachedTemplate", `${at}/template.dotm`)),
    "word/_rels/document.xml.rels": relations(relation("r2", "subDocument", `${at}/other.docx`)),
  });
  return [
    ["a picture on this machine", pointed("file:///etc/passwd")],
    ["a picture by a bare path", pointed("/etc/passwd")],
    ["a picture upwards", pointed("../../../../../../etc/passwd")],
    ["a picture of a server", pointed(`${at}/picture.png`)],
    ["an entity on this machine", entity("file:///etc/passwd")],
    ["an entity of a server", entity(`${at}/entity`)],
    ["a template of a server", template],
  ];
}

test("a Word file that points at files and servers gets neither, as text or as a page", async () => {
  for (const [what, bytes] of wordFiles()) {
    const text = await readDocument(bytes, "a.docx").then(
      (document) => document.text,
      (error: { reason: string }) => error.reason,
    );
    expect(text, what).toMatch(/Jane Miller|^corrupt$/);
    const html = await docxToHtml(bytes).catch((error: { reason: string }) => error.reason);
    expect(html, what).toMatch(/Jane Miller|^corrupt$/);
    expect(text + html, what).not.toMatch(secret);
  }
  expect(calls).toEqual([]);
});

test("nor does a page, a text with pictures, or a PDF that opens an address", async () => {
  const page = `<!doctype html><html><head><base href="${at}/"><link rel="stylesheet" href="a.css"><style>@import "${at}/b.css"</style><meta http-equiv="refresh" content="0;url=${at}/c"></head><body><img src="${at}/d.png"><iframe src="file:///etc/passwd"></iframe><script src="${at}/e.js"></script><p>Jane Miller</p></body></html>`;
  const text = `# Jane Miller\n\n![photo](${at}/f.png) [cv](file:///etc/passwd)\n`;
  const pdf = Buffer.from(
    makePdf([[{ text: "Jane Miller", x: 72, y: 72 }]])
      .toString("latin1")
      .replace("/Type /Catalog", `/Type /Catalog /OpenAction << /S /URI /URI (${at}/g) >>`),
    "latin1",
  );
  for (const [name, bytes] of [
    ["a.html", Buffer.from(page)],
    ["a.md", Buffer.from(text)],
    ["a.pdf", pdf],
  ] as const) {
    const document = await readDocument(bytes, name);
    expect(document.text, name).toContain("Jane Miller");
    expect(document.text, name).not.toMatch(secret);
  }
  expect(calls).toEqual([]);
});

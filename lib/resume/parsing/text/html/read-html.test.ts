import { expect, test } from "vitest";
import { detectFileKind } from "../../detect-file-kind";
import { readHtml } from "./read-html";

const page = (body: string, head = "") =>
  Buffer.from(`<!DOCTYPE html><html><head>${head}</head><body>${body}</body></html>`);

test("lines, lists, tables and links are read, scripts and styles are not", () => {
  const { text, hidden } = readHtml(
    page(
      `<header><h1>Jane
        Miller</h1><div>Berlin</div></header><ul><li>Java</li><li>Go</li></ul>
      <table><tr><td>2019</td><td>Acme &amp; Co</td></tr></table><p>Read <a href="https://example.com/jane">my page</a>.</p>
      <script>var name = "Nobody";</script><!-- secret --><style>p { color: red }</style>`,
      "<title>Resume</title><script>1 < 2</script>",
    ),
  );
  expect(text).toContain("Jane Miller\n");
  expect(text).toMatch(/• Java\n• Go/);
  expect(text).toContain("2019\tAcme & Co");
  expect(text).toContain("https://example.com/jane");
  expect(text).not.toMatch(/Nobody|secret|color|1 < 2/);
  expect(hidden).toBeUndefined();
});

test.each([
  ["<p hidden>Kafka <b>expert</b></p>", "hidden_run"],
  ['<div style="display: none"><p>Kafka expert</p></div>', "hidden_run"],
  ["<span style='font-size:0px'>Kafka expert</span>", "tiny"],
  ['<span style="color:#FFF">Kafka expert</span>', "background_colour"],
  ['<div style="position:absolute;left:-9999px">Kafka expert</div>', "off_page"],
])("%s is set apart", (markup, reason) => {
  const { text, hidden } = readHtml(page(`<p>Jane</p>${markup}<p>Go</p>`));
  expect(text).not.toContain("Kafka");
  expect(text).toMatch(/Jane[\s\S]*Go/);
  expect(hidden).toEqual([{ text: "Kafka expert", reason, page: null }]);
});

test("the encoding is the one the page names", () => {
  const html = Buffer.concat([
    Buffer.from('<html><head><meta charset="gb2312"></head><body><p>'),
    Buffer.from([0xd5, 0xc5, 0xc8, 0xfd]),
    Buffer.from("</p></body></html>"),
  ]);
  expect(readHtml(html).text).toBe("张三");
});

test("a page is taken for one only by its own name", () => {
  const bytes = page("<p>Jane</p>");
  expect(detectFileKind(bytes, "resume.html")).toBe("html");
  expect(detectFileKind(bytes, "简历.HTM")).toBe("html");
  for (const name of ["resume.pdf", "resume.txt", "resume"])
    expect(() => detectFileKind(bytes, name)).toThrow(expect.objectContaining({ reason: "unsupported_type" }));
  expect(() => detectFileKind(Buffer.from("<?php echo 1;"), "a.html")).toThrow();
});

test.each([
  ['<table><tr><td style="background:#3F4160"><span style="color:white">Kafka</span></td></tr></table>', true],
  ['<table><tr><td bgcolor=navy><font color="#FFF">Kafka</font></td></tr></table>', true],
  ['<div style="color:white"><p style="color: rgb(0, 0, 0)">Kafka</p></div>', true],
  ['<table><tr><td style="background:#FAFAFA"><span style="color:white">Kafka</span></td></tr></table>', false],
  ['<div style="background:#000"><p style="background:#fff"><b style="color:#fefefe">Kafka</b></p></div>', false],
  ['<div style="background:url(a.png)"><b style="color:white">Kafka</b></div>', false],
  ["<font color=white>Kafka</font>", false],
  ['<p style="color:white;background:white">Kafka</p>', false],
])("letters of the colour they lie on are set apart: %s", (markup, isRead) => {
  const { text, hidden } = readHtml(page(`<p>Jane</p>${markup}<p>Go</p>`));
  expect(text.includes("Kafka")).toBe(isRead);
  expect(hidden).toEqual(isRead ? undefined : [{ text: "Kafka", reason: "background_colour", page: null }]);
  expect(text).toMatch(/Jane[\s\S]*Go/);
});

const archive = (body: string, head = "") =>
  Buffer.from(
    `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_Part"\r\n\r\n------=_Part\r\n` +
      `Content-Location: file:///C:/resume.htm\r\n${head}Content-Type: text/html; charset="utf-8"\r\n\r\n${body}\r\n` +
      "------=_Part\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODlhAQABAAAAACw=\r\n------=_Part--\r\n",
  );

test.each([
  [
    "quoted-printable",
    archive(
      "<html><body><p>=E5=BC=A0=\r\n=E4=B8=89</p></body></html>",
      "Content-Transfer-Encoding: quoted-printable\r\n",
    ),
  ],
  [
    "base64",
    archive(
      Buffer.from("<html><body><p>张三</p></body></html>").toString("base64"),
      "Content-Transfer-Encoding: base64\r\n",
    ),
  ],
  ["plain", archive("<html><body><p>张三</p></body></html>")],
])("a web archive under the name of a Word file, %s", (_, bytes) => {
  expect(detectFileKind(bytes, "智联招聘_张三.doc")).toBe("html");
  expect(readHtml(bytes).text).toBe("张三");
});

test("a page under the name of a Word file is read, a message without one is not", () => {
  expect(detectFileKind(page("<p>Jane</p>"), "resume.doc")).toBe("html");
  const message = Buffer.from("MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nJane");
  expect(() => detectFileKind(message, "resume.doc")).toThrow(expect.objectContaining({ reason: "unsupported_type" }));
});

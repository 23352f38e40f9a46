import {
  CheckBox,
  DeletedTextRun,
  Document,
  EndnoteReferenceRun,
  Footer,
  FootnoteReferenceRun,
  Header,
  InsertedTextRun,
  Packer,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  TextRun,
} from "docx";
import { expect, test } from "vitest";
import { makeDocx, paragraph } from "../../fixtures/make-zip";
import { parseResume } from "../../parse-resume";
import { readDocument } from "../../read-document";
import { finalText } from "./final-text";
import { withoutHiddenRuns } from "./hidden-runs";

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;
const lines = (text: string) => text.split("\n").filter((line) => line !== "");
const read = async (body: string, others?: Record<string, string>) =>
  lines((await readDocument(makeDocx(body, others), "a.docx")).text);

async function readMade(options: Omit<ConstructorParameters<typeof Document>[0], "sections">, children: Paragraph[]) {
  const header = new Header({ children: [new Paragraph("Jane Miller"), new Paragraph("jane@example.com")] });
  const footer = new Footer({ children: [new Paragraph("References on request"), new Paragraph("Jane Miller")] });
  const sections = [{ children, headers: { default: header, first: header }, footers: { default: footer } }];
  const bytes = await Packer.toBuffer(new Document({ ...options, sections }));
  return lines((await readDocument(bytes, "a.docx")).text);
}
const line = (...children: ParagraphChild[]) => new Paragraph({ children });

test("page headers come first and footers last, each line once", async () => {
  expect(await readMade({}, [new Paragraph("Engineer")])).toEqual([
    "Jane Miller",
    "jane@example.com",
    "Engineer",
    "References on request",
  ]);
});

test("notes stand behind the body, and no number of theirs within it", async () => {
  const notes = {
    footnotes: { 1: { children: [new Paragraph("Formerly Contoso")] }, 2: { children: [new Paragraph("Part-time")] } },
    endnotes: { 1: { children: [new Paragraph("As of 2024")] } },
  };
  const body = [
    line(new TextRun("Acme Ltd"), new FootnoteReferenceRun(1), new TextRun(" Engineer"), new FootnoteReferenceRun(2)),
    line(new TextRun("Java"), new EndnoteReferenceRun(1)),
    new Paragraph("Berlin [1]"),
  ];
  expect((await readMade(notes, body)).slice(2, -1)).toEqual([
    ...["Acme Ltd Engineer", "Java", "Berlin [1]"],
    ...["Formerly Contoso", "Part-time", "As of 2024"],
  ]);
});

const change = { id: 1, author: "A", date: "2024-01-01T00:00:00Z" };

test("of tracked changes the final text is read, in the body, in notes and in page headers", async () => {
  const children = () => [
    new TextRun("Kept "),
    new InsertedTextRun({ text: "inserted", ...change }),
    new DeletedTextRun({ text: "deleted", ...change }),
  ];
  const footnotes = { 1: { children: [line(new TextRun("note "), ...children())] } };
  const bytes = await Packer.toBuffer(
    new Document({
      footnotes,
      sections: [
        {
          headers: { default: new Header({ children: [line(new TextRun("head "), ...children())] }) },
          children: [line(...children(), new FootnoteReferenceRun(1))],
        },
      ],
    }),
  );
  expect(lines((await readDocument(bytes, "a.docx")).text)).toEqual([
    "head Kept inserted",
    "Kept inserted",
    "note Kept inserted",
  ]);
});

test("what was moved stands where it went, once, and a deleted line break joins two lines", async () => {
  const body = [
    `<w:p><w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2">${run("Acme Ltd")}</w:moveFrom><w:moveFromRangeEnd w:id="1"/></w:p>`,
    paragraph("Jane Miller"),
    `<w:p><w:moveToRangeStart w:id="3" w:name="m"/><w:moveTo w:id="4">${run("Acme Ltd")}</w:moveTo><w:moveToRangeEnd w:id="3"/></w:p>`,
    `<w:p><w:pPr><w:rPr><w:del w:id="5"/></w:rPr></w:pPr>${run("Senior ")}</w:p>${paragraph("Engineer")}`,
    `<w:p><w:ins w:id="6"><w:del w:id="7"><w:r><w:delText>never</w:delText></w:r></w:del></w:ins><w:del w:id="8">${run("gone")}</w:del></w:p>`,
  ];
  expect(await read(body.join(""))).toEqual(["Jane Miller", "Acme Ltd", "Senior Engineer"]);
});

test("deleted rows and cells are gone, inserted ones are there", async () => {
  const cell = (text: string, properties = "") => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`;
  const row = (cells: string, properties = "") => `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`;
  const table = [
    row(cell("gone") + cell("too"), '<w:del w:id="1"/>'),
    row(cell("2019") + cell("gone", '<w:cellDel w:id="2"/>') + cell("Acme", '<w:cellIns w:id="3"/>')),
    row(cell("2020") + cell("Contoso"), '<w:ins w:id="4"/>'),
  ];
  expect(await read(`<w:tbl>${table.join("")}</w:tbl>`)).toEqual(["2019\tAcme", "2020\tContoso"]);
});

const control = (content: string, properties = "") =>
  `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
const asks = "<w:showingPlcHdr/>";

test("content controls give what was entered, around a line, within one, and around rows and cells", async () => {
  const cell = (text: string) => `<w:tc>${paragraph(text)}</w:tc>`;
  const body = [
    control(paragraph("Jane Miller"), '<w:alias w:val="Your name"/>'),
    `<w:p>${run("City: ")}${control(control(run("Berlin")))}${run(" (DE)")}</w:p>`,
    `<w:tbl>${control(`<w:tr>${cell("2019")}${control(cell("Acme"))}</w:tr>`)}</w:tbl>`,
  ];
  expect(await read(body.join(""))).toEqual(["Jane Miller", "City: Berlin (DE)", "2019\tAcme"]);
});

test("what a content control asks for is nothing the resume says", async () => {
  const body = [
    control(paragraph("Click here to enter your name"), asks),
    `<w:p>${run("Phone: ")}${control(run("Enter phone"), asks)}</w:p>`,
    control(paragraph("Entered"), '<w:showingPlcHdr w:val="0"/>'),
  ];
  const header = {
    "word/header1.xml": `<w:hdr>${control(paragraph("Your address"), asks)}${paragraph("Berlin")}</w:hdr>`,
  };
  expect(await read(body.join(""), header)).toEqual(["Berlin", "Phone:", "Entered"]);
});

test("a heading of Word's own templates is what a control asks with, and stays", async () => {
  const body = [
    control(paragraph("Experience"), asks),
    paragraph("Acme"),
    control(paragraph("Describe your experience here"), asks),
  ];
  expect(await read(body.join(""))).toEqual(["Experience", "Acme"]);
});

test("boxes to tick are read as they are ticked", async () => {
  const made = await readMade({}, [
    line(new CheckBox({ checked: true }), new TextRun(" Driving licence")),
    line(new CheckBox({ checked: false }), new TextRun(" Own car")),
  ]);
  expect(made.slice(2, 4)).toEqual(["☑ Driving licence", "☐ Own car"]);
});

const spaces =
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:v="urn:schemas-microsoft-com:vml"';
const drawing = (content: string) =>
  `<w:drawing><wp:anchor><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></wp:anchor></w:drawing>`;
const picture = (content: string, shape: string) =>
  `<w:pict><${shape}><v:textbox><w:txbxContent>${content}</w:txbxContent></v:textbox></${shape}></w:pict>`;
const anchored = (inside: string) => `<w:p ${spaces}><w:r>${inside}</w:r>${run("Beside")}</w:p>`;
const both = (content: string, shape = "v:shape") =>
  `<mc:AlternateContent><mc:Choice Requires="wps">${drawing(content)}</mc:Choice><mc:Fallback>${picture(content, shape)}</mc:Fallback></mc:AlternateContent>`;

test.each<[string, (content: string) => string]>([
  ["drawn in both languages", (content) => both(content)],
  ["in both, as an oval", (content) => both(content, "v:oval")],
  [
    "without a fallback",
    (c) => `<mc:AlternateContent><mc:Choice Requires="wps">${drawing(c)}</mc:Choice></mc:AlternateContent>`,
  ],
  ["drawn for new versions only", drawing],
  ["drawn for old versions only", (content) => picture(content, "v:rect")],
  ["an oval of old versions", (content) => picture(content, "v:oval")],
])("a text box %s is read once, at the line that holds it", async (_, box) => {
  const content = paragraph("Java") + paragraph("Docker");
  const body = paragraph("I know Java well") + anchored(box(content)) + paragraph("Bottom");
  expect(await read(body)).toEqual(["I know Java well", "Beside", "Java", "Docker", "Bottom"]);
});

test("tables, changes and boxes in a text box are read as elsewhere", async () => {
  const table = `<w:tbl><w:tr><w:tc>${paragraph("2019")}</w:tc><w:tc>${paragraph("Acme")}</w:tc></w:tr></w:tbl>`;
  const moved = `<w:p><w:moveFrom w:id="1">${run("moved away")}</w:moveFrom>${run("stays")}</w:p>`;
  const inner = `<w:p><w:r>${drawing(paragraph("Inner"))}</w:r></w:p>`;
  expect(await read(anchored(drawing(table + moved + inner)))).toEqual(["Beside", "2019\tAcme", "stays", "Inner"]);
});

test("a text box in a page header is read once, and so is what stands beside it", async () => {
  const header = `<w:hdr>${anchored(both(paragraph("Jane Miller")))}</w:hdr>`;
  expect(await read(paragraph("Engineer"), { "word/header1.xml": header })).toEqual([
    "Jane Miller",
    "Beside",
    "Engineer",
  ]);
});

const cell = (...content: string[]) => `<w:tc>${content.join("")}</w:tc>`;
const table = (...rows: string[]) => `<w:tbl>${rows.map((cells) => `<w:tr>${cells}</w:tr>`).join("")}</w:tbl>`;

test("a table used as layout is read cell by cell, one of facts row by row", async () => {
  const sidebar = ["Jane Miller", "Berlin", "Skills", "Java", "Docker"];
  const main = ["Work Experience", "Acme Ltd", "Engineer", "2019 - 2021"];
  const layout = table(cell(...sidebar.map(paragraph)) + cell(...main.map(paragraph)));
  const facts = table(
    cell(paragraph("Phone")) + cell(paragraph("123")),
    cell(paragraph("City")) + cell(paragraph("Bonn")),
  );
  expect(await read(layout + facts)).toEqual([...sidebar, ...main, "Phone\t123", "City\tBonn"]);
});

test("a table within a cell keeps its rows, and the cell the lines around it", async () => {
  const inner = table(
    cell(paragraph("2019")) + cell(paragraph("Acme")),
    cell(paragraph("2020")) + cell(paragraph("Contoso")),
  );
  const outer = table(
    cell(...["Jane", "Berlin", "Skills", "Java"].map(paragraph)) + cell(paragraph("Work"), inner, paragraph("Below")),
  );
  expect(await read(outer + paragraph("After"))).toEqual([
    ...["Jane", "Berlin", "Skills", "Java"],
    ...["Work", "2019\tAcme", "2020\tContoso", "Below", "After"],
  ]);
});

test("words stay that stand in a field, a link, a tag, the other direction or under ruby", async () => {
  const parts = [
    `<w:bdo w:val="ltr">${run("one ")}</w:bdo><w:dir w:val="ltr">${run("two ")}</w:dir>`,
    `<w:fldSimple w:instr=" AUTHOR ">${run("three ")}</w:fldSimple><w:hyperlink w:anchor="x">${run("four ")}</w:hyperlink>`,
    `<w:smartTag>${run("five ")}</w:smartTag><w:customXml>${run("six ")}</w:customXml>`,
    `<w:r><w:ruby><w:rt>${run("xiao")}</w:rt><w:rubyBase>${run("晓")}</w:rubyBase></w:ruby></w:r>${run("雯")}`,
  ];
  expect(await read(`<w:p>${parts.join("")}</w:p>`)).toEqual(["one two three four five six 晓雯"]);
  expect((await readMade({}, [line(new TextRun("By "), new SimpleField("AUTHOR", "Jane"))]))[2]).toBe("By Jane");
});

test("a resume full of all that gives its fields as a plain one does", async () => {
  const entry = `<w:p><w:del w:id="1"><w:r><w:delText>Contoso Ltd</w:delText></w:r></w:del><w:ins w:id="2">${run("Northwind Systems Ltd")}</w:ins>${run("    Engineer    Mar 2019 - Present")}</w:p>`;
  const body = [
    control(paragraph("Jane Miller")),
    anchored(both(paragraph("Email: jane@example.com") + paragraph("Phone: +1 415 555 1234"))),
    paragraph("Work Experience"),
    entry,
    control(paragraph("Describe what you did"), asks),
  ];
  const { profile } = await parseResume(makeDocx(body.join("")), { fileName: "a.docx", asOf: "2026-11-21" });
  expect(profile.name?.value).toBe("Jane Miller");
  expect([profile.emails[0]?.value, profile.phones[0]?.value]).toEqual(["jane@example.com", "+1 415 555 1234"]);
  expect(profile.work.map(({ company, title }) => [company?.value, title?.value])).toEqual([
    ["Northwind Systems Ltd", "Engineer"],
  ]);
});

test("five thousand changes and boxes take no longer than their length", () => {
  const unit = `<w:p>${run("words")}<w:del w:id="1">${run("gone")}</w:del><w:r>${drawing(paragraph("box"))}</w:r></w:p>`;
  const startedAt = performance.now();
  const xml = finalText(unit.repeat(5000), { forMammoth: true });
  withoutHiddenRuns(xml);
  expect(xml).not.toContain("gone");
  // Takes 0.1 s; cut out of one long text it took 3 s.
  expect(performance.now() - startedAt).toBeLessThan(2000);
});

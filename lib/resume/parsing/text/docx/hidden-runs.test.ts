import { expect, test } from "vitest";
import { makeDocx, paragraph } from "../../fixtures/make-zip";
import { readDocument } from "../../read-document";

const run = (text: string, properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`;
const read = (body: string, styles?: string) =>
  readDocument(makeDocx(body, styles ? { "word/styles.xml": styles } : {}), "a.docx");
const white = '<w:color w:val="FFFFFF"/>';

test.each([
  ["marked hidden", "<w:vanish/>", "hidden_run"],
  ["white", white, "background_colour"],
  ["of a point", '<w:sz w:val="2"/>', "tiny"],
])("a run %s is listed and not read", async (_, properties, reason) => {
  const body = `${paragraph("Jane Miller")}<w:p><w:r><w:t>Java</w:t></w:r>${run(" Kubernetes expert", properties)}</w:p>`;
  const { text, hidden } = await read(body);
  expect(hidden).toEqual([{ text: "Kubernetes expert", reason, page: null }]);
  expect(text).toContain("Java");
  expect(text).not.toContain("Kubernetes");
});

test("a style hides, and a run of that style may turn it off", async () => {
  const styles =
    '<w:styles xmlns:w="x"><w:style w:type="character" w:styleId="Ghost"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>';
  const ghost = '<w:rStyle w:val="Ghost"/>';
  const body = `<w:p>${run("Kafka ", ghost)}${run("Go", `${ghost}<w:vanish w:val="0"/>`)}</w:p>`;
  const { text, hidden } = await read(body, styles);
  expect([text, hidden?.map((passage) => passage.text)]).toEqual(["Go", ["Kafka"]]);
});

test.each([
  [
    "a shaded cell",
    `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:fill="1F3864"/></w:tcPr><w:p>${run("Skills", white)}</w:p></w:tc></w:tr></w:tbl>`,
  ],
  [
    "a styled table",
    `<w:tbl><w:tblPr><w:tblStyle w:val="Dark"/></w:tblPr><w:tr><w:tc><w:p>${run("Skills", white)}</w:p></w:tc></w:tr></w:tbl>`,
  ],
  ["a shaded paragraph", `<w:p><w:pPr><w:shd w:fill="1F3864"/></w:pPr>${run("Skills", white)}</w:p>`],
  [
    "a text box, whose run has no look of its own,",
    `<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>${run("Skills", white)}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>`,
  ],
  ["a shaded run", `<w:p>${run("Skills", `${white}<w:shd w:fill="000000"/>`)}</w:p>`],
])("white words in %s are read", async (_, body) => {
  const styles =
    '<w:styles xmlns:w="x"><w:style w:type="table" w:styleId="Dark"><w:name w:val="Dark"/></w:style></w:styles>';
  const { text, hidden } = await read(`${paragraph("Jane Miller")}${body}`, styles);
  expect(hidden).toBeUndefined();
  expect(text).toContain("Skills");
});

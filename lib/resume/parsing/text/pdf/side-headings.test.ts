import { expect, test } from "vitest";
import { drawPdf, write } from "../../../../demo/files/pdf-page";
import { parseResume } from "../../parse-resume";

type Section = { heading: string[]; rows: string[] };

/** Headings in a narrow left column, over one line or two, and what they are about in a wide one. */
function page(sections: Section[]): Promise<Buffer> {
  return drawPdf((pdf) => {
    write(pdf, { x: 170, width: 380, y: 40 }, "Ada Corvid", { size: 16 });
    write(pdf, { x: 170, width: 380, y: 64 }, "ada@corvid.example", { size: 10 });
    let y = 100;
    for (const { heading, rows } of sections) {
      // Half a row off: a heading seldom stands exactly on a line of its text.
      for (const [index, line] of heading.entries())
        write(pdf, { x: 50, width: 110, y: y + 3 + index * 13 }, line, { size: 10 });
      for (const [index, row] of rows.entries())
        write(pdf, { x: 170, width: 380, y: y + index * 14 }, row, { size: 10 });
      y += Math.max(heading.length, rows.length) * 14 + 14;
    }
  });
}

test("headings in a column of their own open the sections beside them", async () => {
  const bytes = await page([
    {
      heading: ["EDUCATION"],
      rows: [
        "University of Leeds, United Kingdom",
        "M.S. in Geography, 2006 - 2008",
        "Thesis on rivers and their banks",
      ],
    },
    {
      heading: ["WORK", "EXPERIENCE"],
      rows: ["Corvid Forge Ltd", "Project Officer, 2009 - 2012", "Kept the records of three mines in order"],
    },
    {
      heading: ["TECHNICAL", "SKILLS"],
      rows: [
        "Welding, Rigging, Surveying, Drafting",
        "Mapping, Drilling, Sampling, Blasting",
        "Reporting, Planning, Budgeting",
      ],
    },
  ]);
  const { profile } = await parseResume(bytes, { fileName: "resume.pdf", asOf: "2026-11-21" });
  expect(profile.sections.map(({ kind }) => kind)).toEqual(["header", "education", "work", "skills"]);
  expect(profile.education.map(({ school, major }) => [school?.value, major?.value])).toEqual([
    ["University of Leeds", "Geography"],
  ]);
  expect(profile.work.map(({ company, title }) => [company?.value, title?.value])).toEqual([
    ["Corvid Forge Ltd", "Project Officer"],
  ]);
});

test("labels of a form above them, in the same column, change nothing", async () => {
  const bytes = await drawPdf((pdf) => {
    const row = (y: number, label: string, value: string, offset = 0) => {
      write(pdf, { x: 50, width: 110, y: y + offset }, label, { size: 10 });
      write(pdf, { x: 170, width: 380, y }, value, { size: 10 });
    };
    write(pdf, { x: 250, width: 200, y: 30 }, "Ada Corvid", { size: 16 });
    row(60, "Telephone", "0113 496 0000");
    row(76, "Mail", "ada@corvid.example");
    row(92, "Street", "3 Mill Lane");
    row(108, "Town", "Leeds");
    row(140, "EDUCATION", "University of Leeds, United Kingdom", 8);
    write(pdf, { x: 170, width: 380, y: 154 }, "M.S. in Geography, 2006 - 2008", { size: 10 });
    row(190, "EXPERIENCE", "Corvid Forge Ltd", 8);
    write(pdf, { x: 170, width: 380, y: 204 }, "Project Officer, 2009 - 2012", { size: 10 });
    write(pdf, { x: 170, width: 380, y: 218 }, "Kept the records of three mines in order", { size: 10 });
  });
  const { profile } = await parseResume(bytes, { fileName: "resume.pdf", asOf: "2026-11-21" });
  expect(profile.education.map(({ school }) => school?.value)).toEqual(["University of Leeds"]);
  expect(profile.work.map(({ company, title }) => [company?.value, title?.value])).toEqual([
    ["Corvid Forge Ltd", "Project Officer"],
  ]);
});

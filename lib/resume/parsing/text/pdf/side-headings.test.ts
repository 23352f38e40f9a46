import { expect, test } from "vitest";
import { drawPdf, write } from "../../../../demo/files/pdf-page";
import { parseResume } from "../../parse-resume";
import { withSideHeadings } from "./side-headings";
import type { Segment } from "./types";

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

test("labels of a form above them, in the same column, change nothing", () => {
  const cell = (text: string, x0: number, baseline: number, x1 = x0 + text.length * 5): Segment => ({
    text,
    parts: [],
    ...{ x0, x1, baseline, size: 10, top: baseline - 8, bottom: baseline + 2 },
  });
  const labels = ["Telephone", "Mail", "Street", "Town", "Licence"].flatMap((label, index) => [
    cell(label, 50, 40 + index * 16),
    cell("value", 170, 40 + index * 16),
  ]);
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, index) => cell("what was done there", 170, from + index * 14, 550));
  const headings = [cell("Education", 50, 168), cell("Experience", 50, 238)];
  const found = withSideHeadings([...labels, ...headings, ...rows(160, 4), ...rows(230, 6)]);
  // Each stands as wide as the page, above the upper one of the two rows that it was set between.
  expect(found.filter(({ x0, x1 }) => x0 === 50 && x1 === 550).map(({ text, baseline }) => [text, baseline])).toEqual([
    ["Education", 153],
    ["Experience", 223],
  ]);
});

const cell = (text: string, x0: number, baseline: number, x1 = x0 + text.length * 10): Segment => ({
  text,
  parts: [],
  ...{ x0, x1, baseline, size: 10, top: baseline - 8, bottom: baseline + 2 },
});

test("headings over two lines, above rows that begin below them, a little to the right", () => {
  const sections = [
    ["教育", "背景"],
    ["专业", "技能"],
    ["项目", "经验"],
  ].flatMap(([first = "", second = ""], index) => [
    cell(first, 50 + index, 100 + index * 100, 78 + index),
    cell(second, 50 + index, 112 + index * 100, 78 + index),
    ...[0, 1, 2].map((row) => cell("在那里做了什么，一行又一行", 79, 135 + index * 100 + row * 14, 500)),
  ]);
  const found = withSideHeadings(sections).filter(({ x1, text }) => x1 === 500 && text.length < 8);
  expect(found.map(({ text }) => text)).toEqual(["教育 背景", "专业 技能", "项目 经验"]);
});

test("a narrow column with headings and text of its own stays a column", () => {
  const rows = Array.from({ length: 12 }, (_, index) => cell("在那里做了什么", 170, 100 + index * 20, 550));
  const own = [
    cell("基本资料", 50, 104, 90),
    cell("姓名：周海涛", 50, 144, 110),
    cell("工作经历", 50, 184, 90),
    cell("联系方式", 50, 244, 90),
    cell("电话：13900001111", 50, 264, 140),
  ];
  expect(withSideHeadings([...own, ...rows])).toEqual([...own, ...rows]);
});

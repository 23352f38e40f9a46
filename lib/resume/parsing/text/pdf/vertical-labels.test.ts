import { expect, test } from "vitest";
import { drawPdf, write } from "../../../../demo/files/pdf-page";
import { parseResume } from "../../parse-resume";

type Section = [label: string, rows: string[]];

/** A ruled form as companies hand it out: what a cell is about stands upright at its left, in its middle. */
function form(sections: Section[]): Promise<Buffer> {
  return drawPdf((pdf) => {
    write(pdf, { x: 50, width: 500, y: 40 }, "个人简历", { size: 16, align: "center" });
    write(pdf, { x: 60, width: 200, y: 80 }, "姓名：周海涛", { size: 10 });
    write(pdf, { x: 300, width: 200, y: 80 }, "电话：13900001111", { size: 10 });
    let y = 110;
    for (const [label, rows] of sections) {
      const height = Math.max(rows.length * 18, label.length * 14) + 16;
      pdf.rect(50, y, 500, height).stroke("#888888");
      pdf.rect(50, y, 40, height).stroke("#888888");
      const labelTop = y + (height - label.length * 14) / 2;
      for (const [index, character] of [...label].entries())
        write(pdf, { x: 65, width: 20, y: labelTop + index * 14 }, character, { size: 10 });
      const rowsTop = y + (height - rows.length * 18) / 2;
      for (const [index, row] of rows.entries())
        write(pdf, { x: 100, width: 440, y: rowsTop + index * 18 }, row, { size: 10 });
      y += height;
    }
  });
}

const jobs = [
  "2019.03 - 至今    杭州云图网络科技有限公司    后端工程师",
  "负责订单系统的设计与开发，日均处理请求两千万次",
  "2016.07 - 2019.02    上海星桥软件有限公司    开发工程师",
  "参与支付网关的重构，把失败率降到万分之三",
];
const studies = ["2012.09 - 2016.06    浙江大学    计算机科学与技术    本科"];

test.each<[string, Section[]]>([
  [
    "of equal height",
    [
      ["教育背景", studies],
      ["工作经历", jobs],
      ["专业技能", ["Java、MySQL、Kafka"]],
    ],
  ],
  [
    "short beside long",
    [
      ["工作经历", jobs],
      ["教育经历", studies],
    ],
  ],
  [
    "with two characters",
    [
      ["教育", studies],
      ["技能", ["Java、MySQL、Kafka"]],
      ["工作经历", jobs],
    ],
  ],
])("headings upright at the side of a form, %s", async (_, sections) => {
  const { document, profile } = await parseResume(await form(sections), { fileName: "a.pdf", asOf: "2026-11-21" });
  for (const [label] of sections) expect(document.text).toContain(label);
  expect(profile.name?.value).toBe("周海涛");
  expect(profile.work.map(({ company }) => company?.value)).toEqual([
    "杭州云图网络科技有限公司",
    "上海星桥软件有限公司",
  ]);
  expect(profile.education.map(({ school }) => school?.value)).toEqual(["浙江大学"]);
});

test.each([90, -90])("headings turned by %i degrees at the side", async (angle) => {
  const sections: Section[] = [
    ["EDUCATION", ["BSc Computer Science, University of Leeds    2012 - 2016", "First class honours"]],
    ["WORK EXPERIENCE", ["Software Engineer, Acme Ltd    2016 - 2021", "Built the billing service", "On call"]],
  ];
  const bytes = await drawPdf((pdf) => {
    write(pdf, { x: 80, width: 400, y: 40 }, "Jane Miller", { size: 18 });
    let y = 110;
    for (const [label, rows] of sections) {
      const height = 110;
      // Read upwards to the top of its rows, or downwards from there.
      const start: [number, number] = angle < 0 ? [52, y + label.length * 6] : [66, y];
      pdf.save().rotate(angle, { origin: start });
      write(pdf, { x: start[0], width: 110, y: start[1] }, label, { size: 9, isBold: true });
      pdf.restore();
      for (const [index, row] of rows.entries())
        write(pdf, { x: 80, width: 440, y: y + 4 + index * 18 }, row, { size: 10 });
      y += height + 10;
    }
  });
  const { profile } = await parseResume(bytes, { fileName: "a.pdf", asOf: "2026-11-21" });
  expect(profile.name?.value).toBe("Jane Miller");
  expect(profile.work.map(({ company }) => company?.value)).toEqual(["Acme Ltd"]);
  expect(profile.education.map(({ school }) => school?.value)).toEqual(["University of Leeds"]);
});

test("headings turned at the right, in the middle of their rows", async () => {
  const blocks: [label: string, rows: string[]][] = [
    [
      "Experience",
      [
        "Software Engineer (Acme Ltd)   2016 - 2021",
        "Built the billing",
        "Tester (Inkwell Ltd)   2012 - 2016",
        "Found faults",
      ],
    ],
    [
      "Education",
      [
        "BSc Computer Science (University of Leeds)   2009 - 2012",
        "First class honours",
        "Thesis on queues",
        "Chess club",
      ],
    ],
  ];
  const bytes = await drawPdf((pdf) => {
    write(pdf, { x: 60, width: 400, y: 40 }, "Jane Miller", { size: 18 });
    for (const [order, [label, rows]] of blocks.entries()) {
      const y = 110 + order * 150;
      for (const [index, row] of rows.entries())
        write(pdf, { x: 60, width: 440, y: y + index * 18 }, row, { size: 10 });
      const start: [number, number] = [560, y + 14];
      pdf.save().rotate(90, { origin: start });
      write(pdf, { x: start[0], width: 110, y: start[1] }, label, { size: 10, isBold: true });
      pdf.restore();
    }
  });
  const { profile } = await parseResume(bytes, { fileName: "a.pdf", asOf: "2026-11-21" });
  expect(profile.work.map(({ company }) => company?.value)).toEqual(["Acme Ltd", "Inkwell Ltd"]);
  expect(profile.education.map(({ school }) => school?.value)).toEqual(["University of Leeds"]);
});

test("characters that stand below each other by chance stay where they are", async () => {
  const rows = ["2020  甲  优", "2021  乙  良", "2022  丙  优"];
  const bytes = await drawPdf((pdf) => {
    for (const [index, row] of rows.entries())
      for (const [place, cell] of row.split("  ").entries())
        write(pdf, { x: 60 + place * 80, width: 70, y: 60 + index * 18 }, cell, { size: 10 });
  });
  const { document } = await parseResume(bytes, { fileName: "a.pdf", asOf: "2026-11-21" });
  expect(document.text).toMatch(/2020\s+甲\s+优[\s\S]*2021\s+乙\s+良/);
});

import { expect, test } from "vitest";
import { makeDocx, paragraph } from "../../fixtures/make-zip";
import { readDocument } from "../../read-document";

type At = { x: number; y: number; width?: number; from?: "page" | "margin" | "column" };

const place = ({ x, y, width = 400 }: At) =>
  `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="50"/></a:xfrm>`;
const box = (texts: string[]) => `<w:txbxContent>${texts.map(paragraph).join("")}</w:txbxContent>`;
const shape = (at: At, ...texts: string[]) =>
  `<wps:wsp><wps:spPr>${place(at)}</wps:spPr><wps:txbx>${box(texts)}</wps:txbx></wps:wsp>`;

/** Within its group a unit counts ten times. */
const group = (at: At, shapes: string) =>
  `<wpg:grpSp><wpg:grpSpPr><a:xfrm><a:off x="${at.x}" y="${at.y}"/><a:ext cx="1000" cy="1000"/><a:chOff x="0" y="0"/><a:chExt cx="100" cy="100"/></a:xfrm></wpg:grpSpPr>${shapes}</wpg:grpSp>`;

const anchored = ({ x, y, width = 400, from = "column" }: At, content: string) =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:positionH relativeFrom="${from}"><wp:posOffset>${x}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="paragraph"><wp:posOffset>${y}</wp:posOffset></wp:positionV><wp:extent cx="${width}" cy="50"/>${content}</wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`;

const linesOf = async (body: string) => {
  const { text } = await readDocument(makeDocx(body), "a.docx");
  return text.split("\n").filter((line) => line !== "");
};

test("boxes of a group are read from the top, whatever they were drawn after", async () => {
  const shapes = [
    group({ x: 0, y: 700 }, shape({ x: 0, y: 20 }, "熟悉数据库", "熟悉接口测试")),
    group({ x: 0, y: 600 }, shape({ x: 0, y: 5 }, "专业技能")),
    shape({ x: 0, y: 60 }, "周海涛"),
  ];
  const body = `<w:p>${anchored({ x: 0, y: 0 }, `<wpg:wgp><wpg:grpSpPr/>${shapes.join("")}</wpg:wgp>`)}</w:p>`;
  expect(await linesOf(body)).toEqual(["周海涛", "专业技能", "熟悉数据库", "熟悉接口测试"]);
});

test("boxes that hang on one paragraph are read column by column", async () => {
  const boxes = [
    anchored({ x: 600, y: 300 }, shape({ x: 0, y: 0 }, "2019 - 2021 星桥软件有限公司 测试工程师")),
    anchored({ x: 600, y: 200 }, shape({ x: 0, y: 0 }, "工作经历")),
    anchored({ x: 0, y: 250 }, shape({ x: 0, y: 0 }, "zhou.haitao@example.cn")),
    anchored({ x: 0, y: 100 }, shape({ x: 0, y: 0 }, "周海涛")),
  ];
  expect(await linesOf(`<w:p>${boxes.join("")}</w:p>`)).toEqual([
    "周海涛",
    "zhou.haitao@example.cn",
    "工作经历",
    "2019 - 2021 星桥软件有限公司 测试工程师",
  ]);
});

test("short headings at the left are read with what stands beside them", async () => {
  const boxes = [
    anchored({ x: 600, y: 300 }, shape({ x: 0, y: 0 }, "2019 - 2021 星桥软件有限公司 测试工程师")),
    anchored({ x: 600, y: 100 }, shape({ x: 0, y: 0 }, "2015 - 2019 苏州大学 软件工程 本科")),
    anchored({ x: 0, y: 302 }, shape({ x: 0, y: 0 }, "工作经历")),
    anchored({ x: 0, y: 102 }, shape({ x: 0, y: 0 }, "教育背景")),
  ];
  expect(await linesOf(`<w:p>${boxes.join("")}</w:p>`)).toEqual([
    "教育背景",
    "2015 - 2019 苏州大学 软件工程 本科",
    "工作经历",
    "2019 - 2021 星桥软件有限公司 测试工程师",
  ]);
});

test("a drawing that a tracked change took out leaves the others where they are", async () => {
  const boxes = [
    `<w:del>${anchored({ x: 0, y: 300 }, shape({ x: 0, y: 0 }, "旧公司"))}</w:del>`,
    anchored({ x: 0, y: 200 }, shape({ x: 0, y: 0 }, "工作经历")),
    anchored({ x: 0, y: 100 }, shape({ x: 0, y: 0 }, "周海涛")),
  ];
  const lines = await linesOf(`<w:p>${boxes.join("")}</w:p>`);
  expect(lines.toSorted()).toEqual(["周海涛", "工作经历"].toSorted());
});

test("boxes whose places are counted from the page, the margin and the column are of one page", async () => {
  const boxes = [
    anchored({ x: 0, y: 300, from: "margin" }, shape({ x: 0, y: 0 }, "2019 - 2021 星桥软件有限公司 测试工程师")),
    anchored({ x: 20, y: 200 }, shape({ x: 0, y: 0 }, "工作经历")),
    anchored({ x: 635_000, y: 100, from: "page" }, shape({ x: 0, y: 0 }, "周海涛 13900001111")),
  ];
  const body = `<w:p>${boxes.join("")}</w:p><w:sectPr><w:pgMar w:top="1000" w:left="1000"/></w:sectPr>`;
  expect(await linesOf(body)).toEqual(["周海涛 13900001111", "工作经历", "2019 - 2021 星桥软件有限公司 测试工程师"]);
});

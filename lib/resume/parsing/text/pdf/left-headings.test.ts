import { expect, test } from "vitest";
import { drawPdf, write } from "../../../../demo/files/pdf-page";
import { parseResume } from "../../parse-resume";

/** Headings and periods at the left, what they are about at the right, larger and a little lower. */
async function draw() {
  return drawPdf((pdf) => {
    write(pdf, { x: 22, width: 200, y: 30 }, "周海涛", { size: 24 });
    write(pdf, { x: 250, width: 200, y: 36 }, "电话：13900001111", { size: 10 });
    let y = 90;
    for (const [heading, entries] of sections) {
      write(pdf, { x: 22, width: 120, y }, heading, { size: 14 });
      y += 22;
      for (const [period, name, ...texts] of entries) {
        write(pdf, { x: 22, width: 120, y }, period, { size: 10 });
        write(pdf, { x: 150, width: 400, y: y - 2 }, name, { size: 14 });
        y += 22;
        for (const text of texts) {
          write(pdf, { x: 170, width: 380, y }, text, { size: 10 });
          y += 18;
        }
      }
      y += 10;
    }
  });
}

const sections: [string, [string, string, ...string[]][]][] = [
  ["教育背景", [["2013.9-2017.7", "苏州大学    软件工程    本科"]]],
  ["工作经历", [["2017.7-至今", "星桥软件有限公司    前端工程师", "负责商城首页与店铺管理的开发", "维护组件库"]]],
  [
    "项目经历",
    [
      ["2016.4-2016.6", "日历插件", "动态显示阳历与农历日期，可以切换主题", "兼容主流浏览器"],
      ["2015.11-2016.1", "果蔬商城", "使用公众平台的购物网站", "管理后台的数据统计"],
    ],
  ],
];

test("are read row by row with the entries beside them", async () => {
  const { profile } = await parseResume(await draw(), { fileName: "a.pdf", asOf: "2026-11-21" });
  const { education, work, projects } = profile;
  expect(
    education.map(({ school, major, start, end }) => [school, major, start, end].map((part) => part?.value)),
  ).toEqual([["苏州大学", "软件工程", "2013-09", "2017-07"]]);
  expect(work.map(({ company, title, start }) => [company, title, start].map((part) => part?.value))).toEqual([
    ["星桥软件有限公司", "前端工程师", "2017-07"],
  ]);
  expect(projects.map(({ name, start }) => [name?.value, start?.value])).toEqual([
    ["日历插件", "2016-04"],
    ["果蔬商城", "2015-11"],
  ]);
});

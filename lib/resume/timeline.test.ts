import { expect, test } from "vitest";
import { extractProfile } from "./parsing/extract-profile";
import { makeTimeline } from "./timeline";

const timelineOf = (...lines: string[]) =>
  makeTimeline(
    extractProfile(
      { kind: "txt", text: lines.join("\n"), pages: [], boxes: [], isTruncated: false },
      { asOf: "2026-11-21" },
    ),
  );
const month = (year: number, number: number) => year * 12 + number - 1;

test("gaps are what neither work nor education covers, up to today", () => {
  const timeline = timelineOf(
    "李晓雯",
    "工作经历",
    "2021.03 - 2026.01    杭州云图网络科技有限公司    后端工程师",
    "2018.07 - 2019.06    上海微光科技有限公司    测试工程师",
    "教育经历",
    "2014.09 - 2018.06    浙江大学    计算机科学与技术    本科",
  );
  expect(timeline?.gaps).toEqual([
    { from: month(2019, 7), to: month(2021, 3), months: 20 },
    { from: month(2026, 2), to: month(2026, 11), months: 9 },
  ]);
  expect(timeline?.entries.map(({ kind, lane }) => ({ kind, lane }))).toEqual([
    { kind: "education", lane: 0 },
    { kind: "work", lane: 0 },
    { kind: "work", lane: 0 },
  ]);
});

test("overlapping jobs are stacked, internships are told apart", () => {
  const timeline = timelineOf(
    "李晓雯",
    "工作经历",
    "2020.01 - 至今    杭州云图网络科技有限公司    后端工程师",
    "2021.05 - 2021.09    上海微光科技有限公司    测试实习生",
  );
  expect(timeline?.entries).toMatchObject([
    { kind: "work", lane: 0, end: "present" },
    { kind: "internship", lane: 1 },
  ]);
  expect(timeline?.gaps).toEqual([]);
});

test("years alone make no gap, and without dates there is no timeline", () => {
  const timeline = timelineOf(
    "李晓雯",
    "工作经历",
    "2019 - 至今    杭州云图网络科技有限公司    后端工程师",
    "2016 - 2018    上海微光科技有限公司    测试工程师",
  );
  expect(timeline?.gaps).toEqual([]);
  expect(timelineOf("李晓雯", "专业技能", "Java")).toBeNull();
});

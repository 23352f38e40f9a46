import { expect, test } from "vitest";
import data from "@/data/certificates.json" with { type: "json" };
import { certificateOf } from "./certificates";

test.each([
  ["CET6", "CET-6", "language"],
  ["英语六级（550分）", "CET-6", "language"],
  ["大学英语四级 480分", "CET-4", "language"],
  ["专八", "TEM-8", "language"],
  ["日语N1", "JLPT", "language"],
  ["雅思 7.5", "IELTS", "language"],
  ["普通话二级甲等证书", "普通话水平测试", "language"],
  ["CATTI二级笔译", "CATTI", "translation"],
  ["CPA", "注册会计师", "finance"],
  ["获得初级会计证书", "初级会计职称", "finance"],
  ["PMP", "PMP", "project"],
  ["一建", "一级建造师", "construction"],
  ["护士资格证", "护士执业证", "medical"],
  ["低压电工证", "低压电工证", "safety"],
  ["C1驾照", "驾驶证", "driving"],
  ["全国计算机等级考试二级", "全国计算机等级考试", "computer"],
  ["高中教师资格证", "教师资格证", "teaching"],
])("%s is %s, %s", (name, canonical, kind) => {
  expect(certificateOf(name)).toMatchObject({ canonical, kind });
});

test("tests of a language say which and on what scale", () => {
  expect(certificateOf("JLPT N2")).toMatchObject({ language: "日语", scale: "N5-N1" });
  expect(certificateOf("德福")).toMatchObject({ language: "德语", scale: "3-5" });
  expect(certificateOf("PMP")).toMatchObject({ language: null, scale: null });
});

test.each(["", "英语", "证书", "优秀员工", "获得客户好评", "负责会计工作", "会计", "Java", "2019"])(
  "%s is no certificate",
  (name) => {
    expect(certificateOf(name)).toBeNull();
  },
);

test("every name the parser looks for is known", () => {
  expect(data.names.filter((name) => !certificateOf(name))).toEqual([]);
});

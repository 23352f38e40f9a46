import { describe, expect, test } from "vitest";
import { findSchool, schoolOf } from "./schools";

const brief = (name: string) => {
  const school = schoolOf(name);
  return school ? [school.canonical, school.type, school.country] : null;
};

describe("which school a name means", () => {
  test.each([
    ["清华大学", "清华大学", 1],
    ["清华", "清华大学", 1],
    ["北大", "北京大学", 1],
    ["清华大学经济管理学院", "清华大学", 1],
    ["山东大学（威海）", "山东大学", 1],
    ["哈尔滨工业大学(深圳)", "哈尔滨工业大学（深圳）", 1],
    ["东北大学秦皇岛分校", "东北大学秦皇岛分校", 1],
    ["中国石油大学（华东）", "中国石油大学（华东）", 2],
    ["中国地质大学（武汉）", "中国地质大学（武汉）", 2],
    ["华北电力大学（保定）", "华北电力大学", 2],
    ["第四军医大学", "空军军医大学", 2],
    ["北京广播学院", "中国传媒大学", 2],
    ["浙江大学城市学院", "浙大城市学院", 0],
    ["武汉大学东湖分校", "武汉东湖学院", 0],
    ["深圳大学", "深圳大学", 0],
    ["佛山科学技术学院", "佛山大学", 0],
    ["深圳职业技术学院", "深圳职业技术大学", 6],
    ["福耀科技大学", "福建福耀科技大学", 0],
    ["青海理工学院", "青海理工学院", 0],
    ["湖南理工大学", "湖南理工大学", 0],
    ["铜仁职业技术大学", "铜仁职业技术大学", 6],
    ["重庆智能工程职业学院", "重庆智能工程职业学院", 6],
    ["某某职业技术学院", "某某职业技术学院", 6],
    ["上海市信息管理学校中专", "上海市信息管理学校中专", 6],
    ["杭州第二中学", "杭州第二中学", 5],
    ["北京大学附属中学", "北京大学附属中学", 5],
    ["达内教育", "达内教育", 7],
    ["新东方培训学校", "新东方培训学校", 7],
    ["Tsinghua University", "清华大学", 1],
    ["Shanghai Jiao Tong University, School of Medicine", "上海交通大学", 1],
    ["School of Computer Science, Fudan University", "复旦大学", 1],
    ["USTC", "中国科学技术大学", 1],
    ["中国人民解放军国防科技大学", "国防科技大学", 1],
    ["北京大学光华管理学院 MBA", "北京大学", 1],
    ["西北大学", "西北大学", 2],
    ["Shenzhen Technology University", "Shenzhen Technology University", 0],
  ])("%s is %s, type %i, in China", (name, canonical, type) => {
    expect(brief(name)).toEqual([canonical, type, "CN"]);
  });

  test.each([
    ["HKUST", "香港科技大学", 3, "HK"],
    ["香港中文大学", "香港中文大学", 3, "HK"],
    ["The University of Hong Kong", "香港大学", 3, "HK"],
    ["国立台湾大学", "台湾大学", 3, "TW"],
    ["澳门大学", "澳门大学", 3, "MO"],
    ["MIT", "Massachusetts Institute of Technology", 4, "US"],
    ["麻省理工学院", "Massachusetts Institute of Technology", 4, "US"],
    ["Massachusetts Institute of Technology (MIT)", "Massachusetts Institute of Technology", 4, "US"],
    ["University of California, Berkeley", "University of California, Berkeley", 4, "US"],
    ["UC Berkeley", "University of California, Berkeley", 4, "US"],
    ["University of Michigan - Ann Arbor", "University of Michigan", 4, "US"],
    ["The University of Texas, Austin", "University of Texas at Austin", 4, "US"],
    ["Universität zu Köln, Germany", "Universität zu Köln", 4, "DE"],
    ["ETH Zürich", "ETH Zurich", 4, "CH"],
    ["新加坡国立大学", "National University of Singapore", 4, "SG"],
    ["University of Nottingham", "University of Nottingham", 4, "GB"],
    ["美国西北大学", "Northwestern University", 4, "US"],
    ["日本东北大学", "Tohoku University", 4, "JP"],
    ["早稻田大学", "Waseda University", 4, "JP"],
  ])("%s is %s, type %i, in %s", (name, canonical, type, country) => {
    expect(brief(name)).toEqual([canonical, type, country]);
  });

  test("mainland campuses of foreign names are in China", () => {
    expect(brief("宁波诺丁汉大学")).toEqual(["宁波诺丁汉大学", 0, "CN"]);
    expect(brief("New York University Shanghai")).toEqual(["上海纽约大学", 0, "CN"]);
    expect(brief("香港中文大学（深圳）")).toEqual(["香港中文大学（深圳）", 0, "CN"]);
  });

  test.each([
    "清华大学出版社",
    "腾讯科技有限公司",
    "负责大学生招聘与学院合作",
    "大学",
    "本科",
    "University",
    "Acme College",
    "Python",
    "It is hit or miss",
    "北京",
    "",
  ])("%s is no school", (name) => {
    expect(schoolOf(name)).toBeNull();
  });
});

test("ranks are those of the published list, the first of a band", () => {
  expect(schoolOf("清华大学")?.rank).toBe(18);
  expect(schoolOf("Harvard University")?.rank).toBe(1);
  expect(schoolOf("香港大学")?.rank).toBe(67);
  expect(schoolOf("北京邮电大学")?.rank).toBe(701);
  expect(schoolOf("湖北文理学院")?.rank).toBeNull();
});

test("finding a school in a line is as it was", () => {
  const found = (text: string) => {
    const span = findSchool(text);
    return span ? text.slice(span.start, span.end) : null;
  };
  expect(found("2015.09-2019.06 南京邮电大学 软件工程")).toBe("南京邮电大学");
  expect(found("BSc, University of Leeds, 2015")).toBe("University of Leeds");
  expect(found("负责后端开发")).toBeNull();
});

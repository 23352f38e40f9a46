import { expect, test } from "vitest";
import { jobFunctionOf } from "./functions";

test.each([
  ["Java开发工程师", "后端开发"],
  ["高级前端开发工程师", "前端开发"],
  ["测试开发工程师", "测试"],
  ["软件工程师", "软件开发"],
  ["Senior Software Engineer, Machine Learning", "算法"],
  ["Software Engineer Intern", "软件开发"],
  ["Android Developer", "移动开发"],
  ["数据分析师", "数据分析"],
  ["产品经理（B端）", "产品经理"],
  ["UI设计师", "交互与体验设计"],
  ["平面设计师", "平面与视觉设计"],
  ["新媒体运营", "内容与新媒体运营"],
  ["运营专员", "产品与活动运营"],
  ["大客户经理", "大客户与商务拓展"],
  ["销售代表", "销售"],
  ["区域销售经理", "销售管理"],
  ["医药代表", "医药销售"],
  ["成本会计", "会计"],
  ["财务总监", "财务管理"],
  ["招聘专员", "招聘"],
  ["HRBP", "人力资源"],
  ["总经理助理", "秘书与助理"],
  ["行政前台", "行政"],
  ["小学语文教师", "教师"],
  ["ICU护士", "护理"],
  ["土建施工员", "土木与施工"],
  ["CNC Machinist", "技工与操作工"],
  ["质量工程师", "质量管理"],
  ["机械设计工程师", "机械设计"],
  ["律师助理", "法务"],
  ["货车司机", "司机与交通"],
  ["Accountant", "会计"],
  ["Project Manager", "项目管理"],
  ["Sales Engineer", "售前"],
  ["管培生", "管培生与实习"],
])("%s is %s", (title, expected) => {
  expect(jobFunctionOf(title)).toBe(expected);
});

test.each(["", "经理", "工程师", "Manager", "员工", "本科", "主动沟通，认真负责", "2019.01-2020.03"])(
  "%s says no function",
  (title) => {
    expect(jobFunctionOf(title)).toBeNull();
  },
);

test("a title that says nothing is settled by the description", () => {
  expect(jobFunctionOf("工程师", "负责前端页面，使用 React开发，与 web developer 协作")).toBe("前端开发");
  expect(jobFunctionOf("工程师", "认真负责，完成领导交办的工作")).toBeNull();
});

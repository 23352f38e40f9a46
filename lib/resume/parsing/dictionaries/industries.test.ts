import { expect, test } from "vitest";
import { findIndustryName, industryOf } from "./industries";

test.each([
  ["深圳市腾讯计算机系统有限公司", "互联网"],
  ["中国工商银行股份有限公司", "银行"],
  ["中国平安人寿保险股份有限公司", "保险"],
  ["清华大学出版社", "媒体与出版"],
  ["北京大学第一医院", "医疗服务"],
  ["中建三局集团有限公司", "建筑与工程"],
  ["万科企业股份有限公司", "房地产开发"],
  ["顺丰速运有限公司", "物流与快递"],
  ["比亚迪股份有限公司", "汽车制造"],
  ["某某律师事务所", "法律服务"],
  ["普华永道中天会计师事务所", "会计与审计"],
  ["Goldman Capital Investment Ltd", "基金与投资"],
  ["Google LLC", "互联网"],
  ["Pfizer Inc.", "制药与生物"],
])("%s is in %s", (company, expected) => {
  expect(industryOf(company)).toBe(expected);
});

test("what a company says of itself counts when its name says nothing", () => {
  expect(industryOf("某某有限公司", "我们是一家专注于半导体封测的高新企业")).toBe("电子技术与半导体");
  expect(industryOf("Acme", "Acme is a leading provider of medical device solutions")).toBe("医疗器械");
  expect(industryOf("某某有限公司", "负责银行项目的开发")).toBeNull();
  expect(industryOf("宏达科技有限公司")).toBeNull();
  expect(industryOf("")).toBeNull();
});

test.each([
  ["所属行业：互联网/电子商务", "互联网"],
  ["行业: 计算机软件", "计算机软件"],
  ["Industry: Real Estate", "房地产开发"],
  ["汽车制造", "汽车制造"],
  ["在银行做过项目", null],
  ["负责教育行业的销售", null],
  ["", null],
])("%s states %s", (text, expected) => {
  expect(findIndustryName(text)).toBe(expected);
});

import { expect, test } from "vitest";
import { resumeType } from "./resume-type";

const chinese =
  "工作经历\n2019.08 - 至今 星桥网络科技有限公司 高级工程师\n负责订单与支付系统的设计，使用 Java 与 Spring Boot\n";
const english =
  "Work experience\nSenior engineer at Starbridge Networks, August 2019 to present\nDesigned ordering and payment systems\n";

test.each([
  ["", "4"],
  [chinese, "0"],
  [english, "1"],
  [chinese.repeat(3) + english.repeat(3), "2"],
  [english.repeat(3) + chinese.repeat(3), "3"],
  ["工作經歷\n負責訂單與支付系統的設計，參與專案開發\n", "10"],
])("%#", (text, type) => {
  expect(resumeType(text)).toBe(type);
});

import { expect, test } from "vitest";
import { findQuantities, shareOf } from "./quantities";

const read = (text: string) => findQuantities(text).map(({ unit, value }) => `${value} ${unit}`);

test.each([
  ["日活百万级", ["1000000 daily_users"]],
  ["日活跃用户超过 500 万", ["5000000 daily_users"]],
  ["DAU 10w+", ["100000 daily_users"]],
  ["2 million daily active users", ["2000000 daily_users"]],
  ["月活三千万", ["30000000 monthly_users"]],
  ["千万级用户", ["10000000 users"]],
  ["服务 1.2 亿用户", ["120000000 users"]],
  ["100 million users", ["100000000 users"]],
  ["five million registered users", ["5000000 users"]],
  ["millions of users", ["1000000 users"]],
  ["峰值 3 万 QPS", ["30000 qps"]],
  ["QPS 达到 5,000", ["5000 qps"]],
  ["20k requests per second", ["20000 qps"]],
  ["8000 TPS", ["8000 tps"]],
  ["team of 10", ["10 people"]],
  ["带领 12 人的研发团队", ["12 people"]],
  ["a 25-person team", ["25 people"]],
  ["团队规模 30 人", ["30 people"]],
  ["预算 500 万", ["5000000 cny"]],
  ["合同金额 2000 万元", ["20000000 cny"]],
  ["budget over 5 million", ["5000000 unnamed_currency"]],
  ["a $1.5 million budget", ["1500000 usd"]],
  ["US$ 20m", ["20000000 usd"]],
  ["€300k", ["300000 eur"]],
  ["300 万美元", ["3000000 usd"]],
  ["PB 级数据", ["1000000000000000 bytes"]],
  ["40 TB of logs", ["40000000000000 bytes"]],
  ["日均推送 2000 万条", ["20000000 records"]],
  ["日活 200 万，峰值 QPS 5 万", ["2000000 daily_users", "50000 qps"]],
  ["使用 Java 8 与 MySQL 5.7 开发", []],
  ["接口耗时从 800ms 降到 120ms", []],
  ["2019.03 - 2020.05 统一消息平台", []],
  ["目标日活 100 万", []],
  ["targeting 10 million users", []],
  ["完成 3 个项目", []],
])("%s is %j", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test.each([
  ["日活 200 万", "日活 100 万", 2],
  ["日活 50 万", "日活百万", 0.5],
  ["月活 1000 万", "日活 100 万", null],
  ["日活 200 万", "百万级用户", 2],
  ["日活 20 万", "百万级用户", null],
  ["3 万 QPS", "1 万 TPS", null],
  ["年销售额 1200 万元", "预算 500 万", null],
  ["合同额 1200 万元", "预算 600 万元", 2],
  ["$6 million project", "预算 500 万元", null],
  ["2 TB", "500 GB", 4],
])("%s against %s", (stated, asked, share) => {
  const [one] = findQuantities(stated);
  const [other] = findQuantities(asked);
  expect(one && other && shareOf(one, other)).toBe(share);
});

test("a long line of digits or Chinese numbers is read in time", () => {
  for (const unit of ["9", "万", "1,", "百", "1 million ", "用户 ", "团队", "a-"]) {
    const startedAt = performance.now();
    findQuantities(unit.repeat(20_000 / unit.length));
    expect(performance.now() - startedAt, unit).toBeLessThan(1000);
  }
});

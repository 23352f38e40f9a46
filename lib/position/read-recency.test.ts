import { expect, test } from "vitest";
import { readRecency } from "./read-recency";

test.each([
  ["近两年使用过 Kafka", 2],
  ["最近三年内有 Go 项目经验", 3],
  ["过去 18 个月用过 Rust", 1.5],
  ["两年内用过 Go", 2],
  ["近半年内使用过 Vue", 0.5],
  ["used Go within the last 2 years", 2],
  ["Go in the past year", 1],
  ["Kafka (last 3 years)", 3],
  ["last used Scala no more than three years ago", 3],
  ["recent hands-on Kubernetes", 2],
  ["近期使用过 Docker", 2],
  ["近 5 年 Java 经验", null],
  ["接近 3 年 Java 经验", null],
  ["used Go for the last 3 years", null],
  ["recent graduates with Java", null],
  ["两年以上 Kafka 使用经验", null],
  ["熟悉附近商圈", null],
])("%s asks for use within %s years", (text, window) => {
  expect(readRecency(text).window).toBe(window);
});

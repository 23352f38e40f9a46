import { expect, test } from "vitest";
import { withoutOverlap } from "./without-overlap";

test.each([
  ["we split the order system and", "and cut the time", "cut the time"],
  ["we split the order system and", "system and cut the time", "cut the time"],
  ["we split the order system and", "stem and cut the time", "cut the time"],
  ["We split the Order System.", "order system. Then we left", "Then we left"],
  ["我负责订单系统的拆分，", "拆分，之后把耗时降下来", "之后把耗时降下来"],
  ["用了 Kafka 和", "Kafka 和 Redis 做缓存", "Redis 做缓存"],
])("%j and then %j says %j more", (before, text, more) => {
  expect(withoutOverlap(before, text)).toBe(more);
});

test.each([
  ["", "and cut the time"],
  ["we split the system", "and the system stood"],
  ["it was an", "nan error"],
  ["我负责订单", "支付也是我做的"],
])("after %j, %j stays whole", (before, text) => {
  expect(withoutOverlap(before, text)).toBe(text);
});

test("all of it heard before says nothing more", () => {
  expect(withoutOverlap("the order system", "order system.")).toBe("");
});

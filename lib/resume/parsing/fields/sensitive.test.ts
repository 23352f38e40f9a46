import { expect, test } from "vitest";
import { findSensitive } from "./sensitive";

const values = (scope: string) =>
  Object.fromEntries(
    Object.entries(findSensitive({ text: scope, scope, birthDate: null })).flatMap(([key, reading]) =>
      reading ? [[key, reading.value]] : [],
    ),
  );

test.each([
  ["民族：汉", { ethnicity: "汉" }],
  ["男 | 回族 | 未婚 | 共青团员", { ethnicity: "回族", maritalStatus: "未婚", politicalStatus: "共青团员" }],
  ["政治面貌：中共预备党员", { politicalStatus: "中共预备党员" }],
  ["身高：1.75m  体重：65公斤", { heightCm: 175, weightKg: 65 }],
  ["Marital status: Single\nNationality: British", { maritalStatus: "Single", nationality: "British" }],
  ["户籍：广东省佛山市\n籍贯：湖南长沙", { hukou: "广东省佛山市", hometown: "湖南长沙" }],
])("%s", (scope, expected) => {
  expect(values(scope)).toEqual(expected);
});

test("an identity card counts when its check digit is right, and gives the birth date", () => {
  expect(values("身份证号：11010519491231002X")).toEqual({ idCard: "11010519491231002X", birthDate: "1949-12-31" });
  expect(values("订单 110105194912310021 已发货")).toEqual({});
});

test.each(["负责民族品牌推广", "党员活动室的设计", "体重管理应用的开发", "单身公寓项目"])(
  "no attribute: %s",
  (scope) => {
    expect(values(scope)).toEqual({});
  },
);

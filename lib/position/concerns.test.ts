import { expect, test } from "vitest";
import type { RequirementKind } from "@/lib/position/requirement";
import { findConcerns } from "./concerns";

const of = (text: string, kind: RequirementKind = "other", necessity: "must" | "nice" | "gate" = "must") =>
  findConcerns({ text, kind, necessity });

test.each([
  ["35 岁以下", "age"],
  ["限男性", "gender"],
  ["已婚已育优先", "marital_status"],
  ["北京户口", "hukou"],
  ["汉族", "ethnicity"],
  ["形象气质佳", "appearance"],
  ["Female only", "gender"],
  ["Under 30 years old", "age"],
])("%s is refused for %s", (text, reason) => {
  expect(of(text)[0]).toMatchObject({ level: "refused", reason, words: expect.stringMatching(/./) });
});

test.each([
  ["男女不限", "other"],
  ["年龄不限", "other"],
  ["5 年以上 Java 开发经验", "experience"],
  ["熟悉身份认证与户外广告投放", "other"],
  ["本科及以上，计算机相关专业", "education"],
  ["Experience with emailing campaigns", "experience"],
] as const)("%s is no concern", (text, kind) => {
  expect(of(text, kind)).toEqual([]);
});

test.each([
  ["985/211 院校本科", "school_list"],
  ["统招全日制本科", "full_time_degree"],
  ["2025 届毕业生", "graduation_year"],
  ["能融入年轻团队", "young_team"],
  ["English native speaker", "native_speaker"],
])("%s is warned about as %s when it decides, and not as a wish", (text, reason) => {
  expect(of(text, "education")).toContainEqual({ level: "warning", reason, words: expect.any(String) });
  const wish = of(text, "education", "nice");
  expect(wish).toEqual(reason === "young_team" ? [expect.objectContaining({ reason })] : []);
});

test("what a resume hardly shows is for the interview", () => {
  expect(of("沟通能力强，有责任心")).toEqual([{ level: "interview" }]);
  expect(of("Strong communication skills", "skill")).toEqual([{ level: "interview" }]);
});

import { expect, test } from "vitest";
import { judge } from "./fixtures/resumes";

const resume = (lines: string) => `陈志强\n电话：13900001111\n${lines}\n\n专业技能\nJava、MySQL\n`;

test.each([
  ["上海", "现居城市：上海", "met", "location_lives"],
  ["上海或杭州", "现居城市：北京\n期望城市：杭州", "met", "location_wished"],
  ["上海", "现居城市：北京\n期望城市：北京", "not_met", "location_other"],
  ["上海", "现居城市：北京", "unknown", "location_elsewhere"],
  ["上海", "性格开朗", "unknown", "location_absent"],
  ["上海", "现居城市：上海\n期望城市：北京", "partly", "location_lives"],
  ["能吃苦", "现居城市：上海", "unknown", "not_readable"],
])("%s, of %j: %s", (requirement, lines, verdict, code) => {
  expect(judge("location", requirement, resume(lines))).toMatchObject({ verdict, code });
});

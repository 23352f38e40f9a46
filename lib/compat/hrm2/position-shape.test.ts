import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Requirement } from "@/lib/position/requirement";
import type { PositionDetail } from "@/lib/position/schema";
import { type Criteria, submittedPosition, toContent, toCriteria, toSubmitted, unset } from "./position-shape";

const read = (sent: object) => toSubmitted(submittedPosition.parse(sent));

const full: Criteria = {
  ...{
    position: "后端",
    department: "平台部",
    description: "订单",
    required_skills: ["Java"],
    optional_skills: ["Go"],
  },
  ...{ min_experience: 3, education: ["本科", "硕士"], certifications: ["PMP"], salary_range: [1, 2] },
  project_requirements: { min_projects: 2, team_lead_experience: true },
};

const stored = (content: ReturnType<typeof toContent>): PositionDetail => ({
  ...{ ...content, id: randomUUID(), versionId: randomUUID(), version: 1, createdAt: "", versionCreatedAt: "" },
  blind: "off",
  ...{ isArchived: false, applicationCount: 0, members: [] },
});

test.each([[full], [{ ...unset, position: "空" }]])("what goes in comes out", (criteria) => {
  expect(toCriteria(toContent(criteria))).toEqual(criteria);
});

test("what is sent again keeps the keys, weights and words of requirements", () => {
  const before = stored(toContent(full));
  const weighty = { ...before, requirements: before.requirements.map((one): Requirement => ({ ...one, weight: 5 })) };
  expect(toContent(full, weighty).requirements).toEqual(weighty.requirements);
  const changed = toContent({ ...full, required_skills: ["Java", "Rust"], min_experience: 4 }, weighty);
  const java = weighty.requirements.find(({ text }) => text === "Java");
  expect(changed.requirements).toContainEqual(java);
  expect(changed.requirements.map(({ text }) => text)).toEqual(expect.arrayContaining(["Rust", "4 年以上工作经验"]));
  expect(changed.requirements.map(({ text }) => text)).not.toContain("3 年以上工作经验");
});

test("a submitted position may leave out anything but be no other type", () => {
  expect(read({ position: "测试", salary_range: null, resumes: [1] })).toEqual({
    ...{ ...unset, position: "测试", id: null },
  });
  expect(read({ a: 1 }).position).toBe("未知职位");
  expect(() => read({ required_skills: "Java" })).toThrow();
  expect(() => toContent({ ...full, salary_range: [9, 3] })).toThrow();
});

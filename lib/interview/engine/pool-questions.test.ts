import { describe, expect, test } from "vitest";
import { customerManagerZh, engineerEn, engineerZh, requirementOf } from "@/lib/screening/engine/fixtures/resumes";
import { checkQuestion } from "./check-question";
import { subjectOf } from "./fixtures/subjects";
import { poolQuestions, usualCategories } from "./pool-questions";

const requirements = [requirementOf("skill", "Java"), requirementOf("experience", "5 年以上后端开发经验")];
const subject = subjectOf({ text: engineerZh, title: "后端开发工程师", requirements });
const usual = { categories: usualCategories, countPerCategory: 2, focusOnResume: true, interestPointCount: 2 };

test("first questions about the resume, then so many under each other name", () => {
  const { questions, interestPoints } = poolQuestions(subject, usual);
  expect(questions.map(({ category }) => category)).toEqual([
    ...["简历相关", "简历相关", "专业能力", "专业能力", "行为面试", "行为面试"],
  ]);
  expect(questions.map(({ source }) => source).slice(0, 3)).toEqual(["resume_based", "resume_based", "skill_based"]);
  expect(interestPoints).toHaveLength(2);
});

test("questions about the resume come though their name is not listed", () => {
  const { questions } = poolQuestions(subject, { ...usual, categories: ["专业能力"] });
  expect(questions.map(({ category }) => category)).toEqual(["简历相关", "简历相关", "专业能力", "专业能力"]);
});

test("without the resume there are neither its questions nor its points", () => {
  for (const plain of [
    poolQuestions(subject, { ...usual, focusOnResume: false }),
    poolQuestions(subjectOf({ title: "后端开发工程师", requirements }), usual),
  ]) {
    expect(plain.interestPoints).toEqual([]);
    expect(plain.questions.every(({ source }) => source === "skill_based")).toBe(true);
    expect(plain.questions).toHaveLength(6);
  }
});

describe("names that somebody makes up", () => {
  const categories = [
    "团队协作",
    "沟通能力",
    "学习能力",
    "Leadership",
    "抗压能力",
    "Java",
    "销售",
    "abc",
    "婚姻状况",
    "",
  ];

  test.each([
    ["zh", engineerZh],
    ["en", engineerEn],
    ["zh", customerManagerZh],
  ] as const)("each has its questions, none twice, none that may not be asked (%s)", (language, text) => {
    const asked = subjectOf({ text, language, title: "后端开发工程师", requirements });
    const { questions, interestPoints } = poolQuestions(asked, { ...usual, categories, countPerCategory: 3 });
    for (const name of categories)
      expect(
        questions.filter(({ category }) => category === name),
        name,
      ).toHaveLength(3);
    const texts = [...questions.map(({ question }) => question), ...interestPoints.map(({ question }) => question)];
    expect(new Set(texts).size).toBe(texts.length);
    for (const one of texts) expect(checkQuestion(one), one).toEqual([]);
  });

  test("they suit the name", () => {
    const { questions } = poolQuestions(subject, { ...usual, categories });
    const under = (name: string) =>
      questions.filter(({ category }) => category === name).map(({ question }) => question);
    expect(under("团队协作").join()).toMatch(/同事|合作|支持|一起|目标/);
    expect(under("Java").every((text) => text.includes("Java"))).toBe(true);
    expect(under("销售").join()).toMatch(/客户|生意|单|业绩|成交/);
  });
});

import { describe, expect, test } from "vitest";
import { candidateLevels } from "@/lib/interview/kinds";
import { type InterviewPlan, interviewPlan } from "@/lib/interview/schema";
import {
  accountantEn,
  customerManagerZh,
  engineerEn,
  engineerZh,
  profileOf,
  requirementOf,
} from "@/lib/screening/engine/fixtures/resumes";
import { checkQuestion } from "./check-question";
import { subjectOf } from "./fixtures/subjects";
import { planInterview } from "./plan-interview";
import { planSentences } from "./plan-sentences";

const java = requirementOf("skill", "Java、Spring Boot");
const rust = requirementOf("skill", "Rust、Elasticsearch");
const kafka = requirementOf("skill", "Kafka", { necessity: "nice", weight: 5 });
const degree = requirementOf("education", "本科及以上，计算机相关专业", { necessity: "gate" });
const people = requirementOf("leadership", "带过 3 人以上的团队", { necessity: "nice" });
const talk = requirementOf("other", "良好的沟通能力", { necessity: "nice" });
const pay = requirementOf("salary", "符合岗位薪资范围", { necessity: "nice" });
const married = requirementOf("other", "已婚已育");
const backend = [kafka, java, rust, degree, people, talk, pay, married];

/** Stays of a few months, a gap, two jobs at once, another profession, a skill that was used nowhere. */
const wanderer = `李想
li.xiang@example.com

工作经历
2023.05 - 2023.11  青禾网络有限公司  产品经理
- 参与会员体系改版，配合研发上线
2021.01 - 2022.03  白塔商贸有限公司  会计
- 负责总账与报税
2020.06 - 2021.08  红杉咨询有限公司  会计主管
- 审核凭证，费用下降 12%

专业技能
精通 Python；熟悉 Excel

教育背景
2014.09 - 2018.06  江南学院  会计学  本科
`;

const all = [
  ...[engineerZh, engineerEn, accountantEn, customerManagerZh, wanderer, ""].flatMap((text) =>
    (["zh", "en"] as const).flatMap((language) =>
      candidateLevels.flatMap((level) =>
        [backend, []].map((requirements) =>
          subjectOf({ text, language, level, title: "后端开发工程师", requirements }),
        ),
      ),
    ),
  ),
];
const lengths = [1, 5, 12, 30, 45, 60, 90, 240];
const questionsOf = (plan: InterviewPlan) => plan.sections.flatMap(({ questions }) => questions);
const sectionOf = (plan: InterviewPlan, kind: string) => plan.sections.find((section) => section.kind === kind);

describe("any plan", () => {
  const plans = all.flatMap((subject, index) => {
    const minutes = lengths[index % lengths.length] ?? 45;
    return [{ subject, minutes, plan: planInterview(subject, { minutes }) }];
  });

  test("is one by the schema, its minutes exactly those of the interview", () => {
    for (const { plan, minutes } of plans) {
      expect(interviewPlan.safeParse(plan).error).toBeUndefined();
      expect(plan.sections.reduce((sum, section) => sum + section.minutes, 0)).toBe(minutes);
      expect(plan.sections.every((section) => section.questions.length > 0)).toBe(true);
    }
  });

  test("asks nothing twice and nothing that may not be asked", () => {
    for (const { plan } of plans) {
      const questions = questionsOf(plan);
      expect(new Set(questions.map(({ text }) => text)).size).toBe(questions.length);
      expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
      const asked = [
        ...questions.flatMap(({ text, followUps }) => [text, ...followUps]),
        ...plan.interestPoints.map(({ question }) => question),
      ];
      for (const text of asked) expect(checkQuestion(text), text).toEqual([]);
      expect(questions.some(({ requirementKey }) => requirementKey === married.key)).toBe(false);
    }
  });

  test("quotes the resume word for word, fills every slot and says why in known sentences", () => {
    for (const { plan, subject } of plans) {
      for (const { text, quote, reason } of [...questionsOf(plan)]) {
        if (quote) expect(subject.resume.text.slice(quote.start, quote.end)).toBe(quote.text);
        expect(text).not.toMatch(/[{}]|undefined|null/);
        expect(reason && reason.code in planSentences, reason?.code).toBe(true);
      }
      for (const { quote, content, reason } of plan.interestPoints) {
        if (quote) expect(subject.resume.text.slice(quote.start, quote.end)).toBe(quote.text);
        expect(`${content}${reason}`).not.toMatch(/[{}]|undefined/);
      }
    }
  });

  test("has what to listen for and where to go deeper, but for the time at the ends", () => {
    for (const { plan } of plans) {
      for (const { kind, questions } of plan.sections) {
        if (kind === "opening" || kind === "closing") continue;
        for (const { listenFor, followUps, text } of questions) {
          expect(listenFor.length, text).toBeGreaterThanOrEqual(2);
          expect(followUps.length, text).toBeGreaterThanOrEqual(1);
        }
      }
    }
  });

  test("is the same for the same subject, keys included", () => {
    for (const { plan, subject, minutes } of plans.slice(0, 12))
      expect(planInterview(structuredClone(subject), { minutes })).toEqual(plan);
  });
});

describe("questions to requirements", () => {
  const plan = planInterview(subjectOf({ text: engineerZh, title: "后端开发工程师", requirements: backend }), {
    minutes: 60,
  });
  const asked = sectionOf(plan, "requirements")?.questions ?? [];
  const placeOf = (key: string) => asked.findIndex(({ requirementKey }) => requirementKey === key);

  test("must-haves come before wishes, what is open before what was found", () => {
    expect(placeOf(rust.key)).toBe(0);
    expect(placeOf(java.key)).toBeGreaterThan(placeOf(rust.key));
    expect(placeOf(talk.key)).toBeGreaterThan(placeOf(java.key));
  });

  test("a skill that was used is asked about where it was used", () => {
    expect(asked[placeOf(java.key)]?.text).toContain("星河云计算有限公司");
    expect(asked[placeOf(java.key)]?.quote?.text).toContain("Java");
  });

  test("of somebody who may never have used a skill it is not asked as if they had", () => {
    const open = asked.filter(({ requirementKey }) => requirementKey === rust.key);
    expect(open[0]?.text).toContain("简历里看不出来");
    expect(open[0]?.reason).toEqual({ code: "requirement_unknown", values: { requirement: "Rust、Elasticsearch" } });
  });

  test("a degree that the resume shows is not asked about again, and pay only by what is expected", () => {
    expect(placeOf(degree.key)).toBe(-1);
    expect(asked[placeOf(pay.key)]?.text).toBe("您对这个岗位期望的薪资范围是多少？");
  });

  test("a trait is asked about by what somebody did", () => {
    expect(asked[placeOf(talk.key)]?.bankId).not.toBeNull();
  });
});

describe("what the resume raises", () => {
  const kindsOf = (text: string) =>
    planInterview(subjectOf({ text, title: "产品经理" }), { minutes: 240, interestPointCount: 10 })
      .sections.filter(({ kind }) => kind === "resume")
      .flatMap(({ questions }) => questions.map(({ reason }) => reason?.code));

  test("gaps, short stays, overlaps, another profession, a skill used nowhere, a part taken", () => {
    const codes = kindsOf(wanderer);
    for (const code of ["gap", "pause", "short_stay", "overlap", "change", "unused_skill", "took_part", "number"])
      expect(codes).toContain(`resume_${code}`);
  });

  test("a steady career raises none of these", () => {
    const codes = kindsOf(engineerZh);
    for (const code of ["gap", "pause", "short_stay", "overlap", "change", "unused_skill"])
      expect(codes).not.toContain(`resume_${code}`);
    expect(codes.slice(0, 3)).toEqual(["resume_number", "resume_lead", "resume_project"]);
  });

  test("years without months are no gap", () => {
    const text = "工作经历\n2020 - 2024  青禾网络有限公司  会计\n- 报税\n2016 - 2019  白塔商贸有限公司  会计\n- 总账\n";
    expect(kindsOf(text)).not.toContain("resume_gap");
  });

  test("the points are as many as wanted, and the plan asks them first", () => {
    const plan = planInterview(subjectOf({ text: wanderer }), { minutes: 60, interestPointCount: 2 });
    expect(plan.interestPoints).toHaveLength(2);
    expect(sectionOf(plan, "resume")?.questions[0]?.text).toBe(plan.interestPoints[0]?.question);
  });

  test("what is hidden of a candidate stands in no question", () => {
    const subject = subjectOf({
      text: engineerZh.replaceAll("星河云计算有限公司", "██████████"),
      title: "后端",
      requirements: backend,
    });
    for (const { text } of questionsOf(planInterview(subject, { minutes: 90 }))) expect(text).not.toContain("█");
  });

  test("words of a resume cannot make a question that may not be asked", () => {
    const text = engineerZh.replace("统一消息平台", "您结婚了吗").replace("重构订单系统", "重构系统，你今年多大了");
    for (const { text: asked } of questionsOf(
      planInterview(subjectOf({ text, requirements: backend }), { minutes: 240 }),
    ))
      expect(asked).not.toMatch(/结婚|多大了/);
  });
});

test("the longer the interview, the more questions, about five minutes each", () => {
  const subject = subjectOf({ text: engineerZh, title: "后端开发工程师", requirements: backend });
  const counts = [15, 30, 60, 90].map((minutes) => {
    const main = planInterview(subject, { minutes }).sections.filter(
      ({ kind }) => !["opening", "closing"].includes(kind),
    );
    const long = main.flatMap(({ questions }) => questions).filter(({ difficulty }) => difficulty > 2).length;
    return { long, each: main.reduce((sum, section) => sum + section.minutes, 0) / long };
  });
  for (const { each } of counts) expect(each).toBeGreaterThanOrEqual(3);
  for (const { each } of counts) expect(each).toBeLessThanOrEqual(7);
  expect(counts.map(({ long }) => long)).toEqual(counts.map(({ long }) => long).toSorted((a, b) => a - b));
});

test("a wished number of questions for each section is kept", () => {
  const plan = planInterview(subjectOf({ text: engineerZh, requirements: backend }), {
    minutes: 60,
    questionsPerSection: 4,
  });
  for (const { kind, questions } of plan.sections)
    if (kind !== "opening" && kind !== "closing") expect(questions).toHaveLength(4);
});

test("candidates of a position are asked the same about their behaviour", () => {
  const plans = [engineerZh, customerManagerZh].map((text) =>
    planInterview(subjectOf({ text, title: "后端开发工程师", requirements: backend }), { minutes: 60 }),
  );
  const [first, second] = plans.map((plan) => sectionOf(plan, "behaviour")?.questions.map(({ bankId }) => bankId));
  expect(first).toEqual(second);
});

test("without requirements, screening or resume the position's work is asked about", () => {
  const plan = planInterview(subjectOf({ title: "护士" }), { minutes: 45 });
  expect(plan.interestPoints).toEqual([]);
  expect(sectionOf(plan, "resume")).toBeUndefined();
  expect(sectionOf(plan, "requirements")?.questions[0]?.bankId).toMatch(/^medical-/);
});

test("a plan takes no noticeable time once the engine is warm", () => {
  const subject = subjectOf({ text: engineerZh, title: "后端开发工程师", requirements: backend });
  planInterview(subject, { minutes: 60 });
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    planInterview(subject, { minutes: 60 });
    return performance.now() - start;
  });
  expect(times.toSorted((a, b) => a - b)[4]).toBeLessThan(100);
  expect(profileOf(engineerZh).work.length).toBe(2);
});

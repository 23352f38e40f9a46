import { expect, test } from "vitest";
import { interviewReport, type Turn } from "@/lib/interview/schema";
import { accountant, backendZh, rankedAnswers, requirementsZh, subjectOf, turnOf } from "./fixtures/interviews";
import { planned } from "./fixtures/plans";
import { reportInterview } from "./report-interview";

const best = (index: number) => rankedAnswers[index]?.answers[0] ?? "";
const worst = (index: number) => rankedAnswers[index]?.answers.at(-1) ?? "";
const asking = (start: string, said: string, round = 1) => {
  const { text, asked } = planned(start);
  return turnOf(text, said, { ...asked, round });
};

function checkQuotes(turns: Turn[], resume: string, report: ReturnType<typeof reportInterview>) {
  const segments = new Map(turns.flatMap((turn) => turn.segments).map((segment) => [segment.id, segment]));
  const quotes = [
    ...report.dimensions.flatMap(({ quotes }) => quotes),
    ...report.skills.flatMap(({ quotes }) => quotes),
    ...report.highlights.flatMap(({ quotes }) => quotes),
    ...report.scorecard.flatMap(({ quotes }) => quotes),
    ...report.redFlags.map(({ answer }) => answer),
  ];
  for (const { segmentId, start, end, text } of quotes)
    expect(segments.get(segmentId)?.text.slice(start, end)).toBe(text);
  for (const { resume: quote } of report.redFlags) expect(resume.slice(quote.start, quote.end)).toBe(quote.text);
}

test("nothing that could be rated: no score, nothing decided", () => {
  for (const turns of [[], [asking("订单系统", "嗯，好的")]]) {
    const report = reportInterview(backendZh, turns);
    expect(interviewReport.safeParse(report).error).toBeUndefined();
    expect(report).toMatchObject({ score: null, recommendation: "undecided", highlights: [], redFlags: [] });
    expect(report.dimensions.map(({ score }) => score)).toEqual([null, null, null, null]);
    expect(report.scorecard.every(({ rating }) => rating === null)).toBe(true);
    expect(report.nextSteps.map(({ code }) => code)).toEqual(["next_ask", "next_ask", "next_ask"]);
  }
});

test("good answers are recommended, and what was not asked leaves the range open", () => {
  const turns = [asking("订单系统", best(0)), asking("带团队", best(1), 2)];
  const report = reportInterview(backendZh, turns);
  expect(interviewReport.safeParse(report).error).toBeUndefined();
  checkQuotes(turns, backendZh.resume.text, report);
  expect(report.recommendation).toBe("recommended");
  const { value, low, high } = report.score ?? { value: 0, low: 0, high: 0 };
  expect(value).toBeGreaterThan(88);
  // Java was not asked about.
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
  expect(report.nextSteps).toContainEqual({ code: "next_ask", values: { requirement: "精通 Java" } });
  expect(report.highlights.length).toBe(2);
  expect(report.scorecard.find(({ requirementKey }) => requirementKey === requirementsZh.kafka.key)?.rating).toBe(4);
  expect(report.skills.find(({ skill }) => skill === "Kafka")?.level).toBe(4);
  const scores = Object.fromEntries(report.dimensions.map(({ key, score }) => [key, score]));
  for (const key of ["professional", "communication", "teamwork"]) expect(scores[key]).toBeGreaterThanOrEqual(4);
  // Nobody spoke of it.
  expect(scores.learning).toBeNull();
});

test("strongly recommended with every must covered", () => {
  const ranked = rankedAnswers[3];
  const report = reportInterview(accountant, [turnOf(ranked?.question ?? "", best(3), ranked?.asked)]);
  expect(report).toMatchObject({ recommendation: "strongly_recommended", nextSteps: [] });
});

test("thin answers are not recommended", () => {
  const report = reportInterview(backendZh, [asking("订单系统", worst(0)), asking("带团队", worst(1), 2)]);
  expect(report.recommendation).toBe("not_recommended");
  expect(report.highlights).toEqual([]);
});

test("red flags have two quotes, and one not cleared up is a next step", () => {
  const turns = [asking("订单系统", "我之前在腾讯做过两年后端，Redis 我没用过，主要用 Kafka。")];
  const report = reportInterview(backendZh, turns);
  checkQuotes(turns, backendZh.resume.text, report);
  expect(report.redFlags.map(({ reason }) => reason.code)).toEqual(["contradicts_employer", "contradicts_never_used"]);
  expect(report.nextSteps.filter(({ code }) => code === "next_clear_up")).toHaveLength(2);
});

test("lines of the scorecard carry quotes with their times", () => {
  const report = reportInterview(backendZh, [asking("订单系统", best(0), 8)]);
  const line = report.scorecard[0];
  expect(line?.quotes[0]?.seconds).toBe(845);
  expect(line?.comment).toContain("14:05 “");
});

test("a skill said never to have been used has the lowest level, with the quote", () => {
  const report = reportInterview(backendZh, [asking("K8s", "Kubernetes 我没有用过，都是运维同事在管。")]);
  expect(report.skills.find(({ skill }) => skill === "Kubernetes")).toMatchObject({ level: 1 });
});

test("an open gate is a next step", () => {
  const gate = { ...requirementsZh.java, necessity: "gate" as const };
  const subject = subjectOf(backendZh.resume.text, [gate]);
  expect(reportInterview(subject, []).nextSteps).toEqual([
    { code: "next_check_gate", values: { requirement: gate.text } },
  ]);
});

import { describe, expect, test } from "vitest";
import { profileOf } from "@/lib/screening/engine/fixtures/resumes";
import { findContradictions } from "./find-contradictions";
import { heldBack, misleading, type Pair, resumes, seen } from "./fixtures/answer-resume-pairs";
import { rankedAnswers, turnOf } from "./fixtures/interviews";
import type { InterviewSubject } from "./subject";

const subjects = Object.fromEntries(
  Object.entries(resumes).map(([name, text]): [string, InterviewSubject] => [
    name,
    {
      ...{ language: "zh", level: "mid", position: { title: "", description: "", requirements: [] } },
      ...{ resume: { text, profile: profileOf(text) }, verdicts: null },
    },
  ]),
);

function measured(pairs: readonly Pair[]) {
  const results = pairs.map(([resume, answer, contradicts]) => {
    const subject = subjects[resume] as InterviewSubject;
    const turn = turnOf("Tell me more.", answer);
    const found = findContradictions([turn], subject);
    for (const { answer: said, resume: written } of found) {
      const segment = turn.segments.find(({ id }) => id === said.segmentId);
      expect(segment?.text.slice(said.start, said.end)).toBe(said.text);
      expect(subject.resume.text.slice(written.start, written.end)).toBe(written.text);
    }
    return { answer, contradicts, codes: found.map(({ reason }) => reason.code) };
  });
  const raised = results.filter(({ codes }) => codes.length > 0);
  const meant = results.filter(({ contradicts }) => contradicts !== null);
  const right = raised.filter(({ contradicts }) => contradicts !== null);
  return {
    missed: meant.filter(({ codes }) => codes.length === 0).map(({ answer }) => answer),
    wrong: raised.filter(({ contradicts }) => contradicts === null).map(({ answer, codes }) => `${answer} ${codes}`),
    precision: right.length / raised.length,
    recall: right.length / meant.length,
  };
}

describe("contradictions are found, and nothing else is taken for one", () => {
  test("in the pairs that the rules were made by", () => {
    const { missed, wrong, precision, recall } = measured(seen);
    expect(missed).toEqual([]);
    expect(precision).toBe(1);
    expect(wrong).toEqual([]);
    expect(recall).toBe(1);
  });

  test("in pairs meant to mislead", () => {
    const { wrong, recall } = measured(misleading);
    expect(wrong).toEqual([]);
    expect(recall).toBeGreaterThanOrEqual(0.85);
  });

  test("in the pairs held back", () => {
    const { precision, recall } = measured(heldBack);
    expect(precision).toBeGreaterThanOrEqual(0.9);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });
});

describe("who says it matters", () => {
  const subject = subjects.engineerZh as InterviewSubject;
  test("the interviewer's words and questions contradict nothing", () => {
    const turn = turnOf("说说您的经历。", [
      { speaker: "interviewer", text: "我之前在腾讯做过两年后端。" },
      { speaker: "room", text: "您是说您没用过 Redis？" },
    ]);
    expect(findContradictions([turn], subject)).toEqual([]);
  });

  test("the same thing said twice is raised once", () => {
    const said = "我之前在腾讯做过两年后端";
    expect(findContradictions([turnOf("一", said), turnOf("二", said, { round: 2 })], subject)).toHaveLength(1);
  });

  test("full answers that fit the resume raise nothing", () => {
    for (const { subject: candidate, question, answers, asked } of rankedAnswers)
      for (const answer of answers)
        expect(findContradictions([turnOf(question, answer, asked)], candidate)).toEqual([]);
  });
});

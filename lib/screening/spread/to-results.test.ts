import { expect, test } from "vitest";
import type { Verdict } from "@/lib/screening/schema";
import { toResults } from "./to-results";

const [one, two] = ["5f0c8a4e-8d3b-4f43-9e0e-0d9a3a0f7b11", "5f0c8a4e-8d3b-4f43-9e0e-0d9a3a0f7b12"];

function sample(applicationId: string, comprehensive: number, ...verdicts: Verdict[]) {
  return {
    applicationId,
    scores: { comprehensive, hr: 50, technical: comprehensive, manager: 50 },
    verdicts: verdicts.map((verdict, index) => ({ requirementKey: `key-${index}`, verdict })),
  };
}

test("the range of each candidate, and how often a verdict was which", () => {
  const samples = [
    sample(one, 60, "met", "unknown"),
    sample(two, 40, "met", "met"),
    sample(one, 64.5, "met", "met"),
    sample(two, 40, "met", "met"),
    sample(one, 60, "met", "unknown"),
  ];
  expect(toResults(samples)).toMatchObject({
    verdicts: 4,
    changedVerdicts: 1,
    candidates: [
      {
        ...{ applicationId: one, rounds: 3, comprehensive: { low: 60, high: 64.5 }, hr: { low: 50, high: 50 } },
        changed: [{ requirementKey: "key-1", verdicts: { unknown: 2, met: 1 } }],
      },
      { applicationId: two, rounds: 2, comprehensive: { low: 40, high: 40 }, changed: [] },
    ],
  });
});

test("a candidate with one round says nothing about differences", () => {
  expect(toResults([sample(one, 60, "met")])).toEqual({ candidates: [], verdicts: 0, changedVerdicts: 0 });
});

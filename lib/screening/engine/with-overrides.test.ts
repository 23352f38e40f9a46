import { expect, test } from "vitest";
import type { Requirement } from "@/lib/position/requirement";
import type { ScreeningResult, StandingOverride, Verdict } from "@/lib/screening/schema";
import { engineerEn, engineerZh, positionOf, requirementOf, screen } from "./fixtures/resumes";
import { usualPoints } from "./judgement";
import { canOverride, withOverrides } from "./with-overrides";

const position = positionOf(
  requirementOf("experience", "3 年以上后端开发经验", { weight: 5 }),
  requirementOf("skill", "Java 或 Go", { weight: 5 }),
  requirementOf("skill", "Terraform", { weight: 3 }),
  requirementOf("project", "支付系统重构", { weight: 2 }),
  requirementOf("leadership", "带过 5 人以上团队", { weight: 2 }),
  requirementOf("education", "博士", { necessity: "gate", weight: 3 }),
  requirementOf("skill", "Docker", { necessity: "nice", weight: 2 }),
  requirementOf("other", "限男性"),
);

function overrideOf({ key, text }: Requirement, verdict: Verdict): StandingOverride {
  const made = { id: crypto.randomUUID(), reason: "said so on the phone", by: "Rita", at: "2026-11-21T10:00:00.000Z" };
  return { requirementKey: key, requirementText: text, verdict, ...made };
}

const requirement = (text: string) => position.requirements.find((one) => one.text === text) as Requirement;
const verdictOf = (result: ScreeningResult, text: string) =>
  result.verdicts.find(({ requirementKey }) => requirementKey === requirement(text).key);
const override = (result: ScreeningResult, ...overrides: StandingOverride[]) =>
  withOverrides({ position, result, overrides });

test.each([engineerZh, engineerEn])(
  "a person who says what the engine said changes no number and no sentence",
  (resume) => {
    const result = screen(resume, position);
    let count = 0;
    for (const { requirementKey, verdict, points } of result.verdicts) {
      if (JSON.stringify(points) !== JSON.stringify(usualPoints[verdict])) continue;
      const same = position.requirements.find(({ key }) => key === requirementKey) as Requirement;
      if (same.text === "限男性") continue;
      const { verdicts, ...after } = override(result, overrideOf(same, verdict));
      const { verdicts: before, ...expected } = result;
      expect(JSON.stringify(after)).toBe(JSON.stringify({ ...expected }));
      expect(verdicts.map(({ override: _, ...one }) => one)).toEqual(before);
      count += 1;
    }
    expect(count).toBeGreaterThan(2);
  },
);

test("an overridden verdict counts its usual points in the dimension, the view, the whole and the advice", () => {
  const result = screen(engineerZh, position);
  expect(verdictOf(result, "Terraform")?.verdict).toBe("unknown");
  const after = override(result, overrideOf(requirement("Terraform"), "met"));
  // Weights 5, 3 and 2 of needed skills and projects: Java 100, Terraform 100 in place of 50, and the project's.
  const mustHave = (one: ScreeningResult) => one.views[1]?.dimensions[0]?.score?.value ?? 0;
  expect(mustHave(after) - mustHave(result)).toBeCloseTo((50 * 3) / 10, 5);
  expect(after.comprehensive.value).toBeGreaterThan(result.comprehensive.value);
  expect(after.strengths.map(({ values }) => values.requirement)).toContain("Terraform");
  expect(after.questions.map(({ values }) => values.requirement)).not.toContain("Terraform");
});

test("a gate that a person passes no longer decides, and one that a person fails does", () => {
  const result = screen(engineerZh, position);
  expect(verdictOf(result, "博士")).toMatchObject({ verdict: "not_met", gate: "fail" });
  expect(result.advice).toBe("mismatch");
  const passed = override(result, overrideOf(requirement("博士"), "met"));
  expect(verdictOf(passed, "博士")).toMatchObject({
    ...{ verdict: "met", gate: "pass" },
    override: { engineVerdict: "not_met", engineGate: "fail", by: "Rita" },
  });
  expect(passed.adviceReasons.map(({ code }) => code)).not.toContain("gate_failed");
  const failed = override(passed, overrideOf(requirement("博士"), "not_met"));
  expect(failed.advice).toBe("mismatch");
});

test("reasons and quotes stay the engine's, and the engine's own result is not touched", () => {
  const result = screen(engineerZh, position);
  const before = structuredClone(result);
  const after = override(result, overrideOf(requirement("Java 或 Go"), "not_met"));
  expect(result).toEqual(before);
  const { quotes, reason, confidence } = verdictOf(result, "Java 或 Go") ?? {};
  expect(quotes).not.toHaveLength(0);
  expect(verdictOf(after, "Java 或 Go")).toMatchObject({ quotes, reason, confidence, verdict: "not_met" });
});

test("an override of other words, of another requirement, or of a person's attribute does not apply", () => {
  const result = screen(engineerZh, position);
  const terraform = overrideOf(requirement("Terraform"), "met");
  expect(override(result, { ...terraform, requirementText: "Terraform or Pulumi" })).toBe(result);
  expect(override(result, { ...terraform, requirementKey: crypto.randomUUID() })).toBe(result);
  expect(override(result, overrideOf(requirement("限男性"), "met"))).toBe(result);
});

test("a result that does not say what its verdicts count is left as it is", () => {
  const result = screen(engineerZh, position);
  const older = { ...result, verdicts: result.verdicts.map(({ points: _, ...verdict }) => verdict) };
  expect(canOverride(result)).toBe(true);
  expect(canOverride(older)).toBe(false);
  expect(override(older, overrideOf(requirement("Terraform"), "met"))).toBe(older);
});

import { expect, test } from "vitest";
import { engineerEn, engineerZh, evidenceOf, positionOf, requirementOf, screen } from "./fixtures/resumes";
import { leadershipMentions } from "./judge-leadership";

const dimension = (resume: string, key: string, ...requirements: ReturnType<typeof requirementOf>[]) =>
  screen(resume, positionOf(...requirements))
    .views.flatMap(({ dimensions }) => dimensions)
    .find((one) => one.key === key);

test("weights and shares are the contract's", () => {
  const { views, comprehensive } = screen(
    engineerZh,
    positionOf(requirementOf("skill", "Java"), requirementOf("certificate", "PMP")),
  );
  expect(views.map(({ key, dimensions }) => [key, dimensions.map((one) => [one.key, one.weight])])).toEqual([
    [
      "hr",
      [
        ["experience", 30],
        ["education", 25],
        ["certificates", 20],
        ["stability", 25],
      ],
    ],
    [
      "technical",
      [
        ["must_have", 40],
        ["nice_to_have", 30],
        ["depth", 30],
      ],
    ],
    [
      "manager",
      [
        ["projects", 35],
        ["teamwork", 30],
        ["leadership", 35],
      ],
    ],
  ]);
  const [hr, technical, manager] = views.map(({ score }) => score.value);
  expect(comprehensive.value).toBeCloseTo(0.3 * (hr ?? 0) + 0.4 * (technical ?? 0) + 0.3 * (manager ?? 0), 1);
});

test("a dimension nobody asked for has no score and no share", () => {
  expect(dimension(engineerZh, "certificates", requirementOf("skill", "Java"))?.score).toBeNull();
});

test("verdicts count by weight, an unknown one as the middle", () => {
  const met = requirementOf("skill", "Java", { weight: 3 });
  const unknown = requirementOf("skill", "Terraform", { weight: 1 });
  expect(dimension(engineerZh, "must_have", met, unknown)?.score).toEqual({ value: 87.5, low: 75, high: 100 });
});

test("depth rises from a list to a job to results in numbers", () => {
  const depthOf = (skill: string) => dimension(engineerZh, "depth", requirementOf("skill", skill))?.score?.value;
  expect(depthOf("Python")).toBe(50);
  expect(depthOf("MySQL")).toBe(70);
  expect(depthOf("Kafka")).toBe(80);
});

test("projects count when they touch the position", () => {
  expect(dimension(engineerZh, "projects", requirementOf("skill", "Java"))?.reason.code).toBe("projects");
  expect(dimension(engineerZh, "projects", requirementOf("skill", "Welding"))).toMatchObject({
    score: { value: 50, low: 0, high: 100 },
    reason: { code: "projects_unrelated" },
  });
});

test("teamwork and leadership come from what was done", () => {
  expect(dimension(engineerEn, "teamwork", requirementOf("skill", "Go"))?.quotes[0]?.text).toContain(
    "worked with product teams",
  );
  const mentions = leadershipMentions(evidenceOf(engineerEn)).map(({ sentence, isPeople }) => [
    isPeople,
    sentence.folded,
  ]);
  expect(mentions).toEqual([[true, "- led a team of 5 engineers and worked with product teams on planning"]]);
});

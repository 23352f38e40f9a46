import { expect, test } from "vitest";
import { makePosition, makeRecruiter, makeRequirement, makeResume, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { findBoard } from "../find-board";
import { calibrate } from "./calibrate";
import { kendallTauB } from "./kendall";

useWorkspace();

test.each([
  [[1, 2, 3, 4], [1, 2, 3, 4], 1],
  [[1, 2, 3, 4], [4, 3, 2, 1], -1],
  // Two of six pairs the other way round.
  [[1, 2, 3, 4], [2, 1, 4, 3], 1 / 3],
  // Kendall 1945: five agreeing pairs and one tie of six.
  [[1, 2, 3, 4], [1, 2, 2, 4], 5 / Math.sqrt(30)],
])("τ-b of %j and %j is %d", (first, second, tau) => {
  expect(kendallTauB(first, second)).toBeCloseTo(tau, 10);
});

test("where one side tells nothing apart there is no τ", () => {
  expect(kendallTauB([1, 2, 3], [5, 5, 5])).toBeNull();
});

const resume = (name: string, skills: string) =>
  Buffer.from(
    `姓名：${name}\n\n工作经历\n2018.01 - 2024.01    星桥科技有限公司    后端工程师\n使用 ${skills} 开发订单系统\n`,
  );

test("the engine's order agrees with itself; turned round, the requirement behind each pair is named", async () => {
  const viewer = await makeRecruiter();
  const java = makeRequirement({ kind: "skill", text: "Java", weight: 5 });
  const kafka = makeRequirement({ kind: "skill", text: "Kafka", weight: 2 });
  const { id: positionId } = await makePosition({ owner: viewer, requirements: [java, kafka] });
  const people = [
    ["王小明", "Java、Kafka"],
    ["李晓雯", "Java"],
    ["陈志强", "Excel"],
  ] as const;
  const resumeIds: string[] = [];
  for (const [name, skills] of people)
    resumeIds.push((await makeResume({ owner: viewer, bytes: resume(name, skills) })).id);
  await screen({ positionId, resumeIds, viewer });
  const board = await findBoard({ positionId, viewer });
  const best = board?.rows.map(({ applicationId }) => applicationId) ?? [];
  expect(board?.rows.map(({ candidateName }) => candidateName)).toEqual(["王小明", "李晓雯", "陈志强"]);

  expect(await calibrate({ positionId, applicationIds: best, viewer })).toMatchObject({
    ...{ tau: 1, pairs: 3, agreeing: 3, disagreements: [], requirements: [] },
  });
  const turned = await calibrate({ positionId, applicationIds: best.toReversed(), viewer });
  expect(turned).toMatchObject({ tau: -1, pairs: 3, agreeing: 0 });
  expect(turned.disagreements[0]).toMatchObject({
    preferred: { name: "陈志强", rank: 1, mark: "unknown" },
    other: { name: "李晓雯", rank: 2, mark: "met" },
    requirement: { text: "Java", weight: 5 },
  });
  expect(turned.requirements).toMatchObject([
    { text: "Java", count: 2 },
    { text: "Kafka", count: 1 },
  ]);

  const unknown = "5f0c8a4e-8d3b-4f43-9e0e-0d9a3a0f7b11";
  const wrong = calibrate({ positionId, applicationIds: [...best.slice(1), unknown], viewer });
  await expect(wrong).rejects.toMatchObject({ code: "bad_request" });
  const stranger = await makeRecruiter();
  await expect(calibrate({ positionId, applicationIds: best, viewer: stranger })).rejects.toMatchObject({
    code: "not_found",
  });
});

import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { findPosition } from "@/lib/position/find-position";
import { makePosition, makeRecruiter, makeRequirement, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { overrideVerdict } from "./override-verdict";
import { previewChange } from "./preview-change";

useWorkspace();

const resume = (name: string, skills: string) =>
  Buffer.from(
    `姓名：${name}\n\n工作经历\n2018.01 - 2024.01    星桥科技有限公司    后端工程师\n使用 ${skills} 开发订单系统\n`,
  );

test("a new requirement moves who shows it, says why, and stores nothing", async () => {
  const viewer = await makeRecruiter();
  const java = makeRequirement({ kind: "skill", text: "Java" });
  const { id: positionId } = await makePosition({ owner: viewer, requirements: [java] });
  const resumeIds = [
    (await makeResume({ owner: viewer, bytes: resume("王小明", "Java") })).id,
    (await makeResume({ owner: viewer, bytes: resume("李晓雯", "Kafka") })).id,
  ];
  await screen({ positionId, resumeIds, viewer });
  const position = await findPosition({ positionId, viewer });
  if (!position) throw new Error("No position");
  const kafka = makeRequirement({ kind: "skill", text: "Kafka", weight: 5 });
  const ask = (requirements: (typeof java)[]) =>
    previewChange({ positionId, content: { ...position, requirements }, viewer });

  const same = await ask([java]);
  expect(
    same.candidates.map(({ candidateName, rankBefore, rankAfter }) => [candidateName, rankBefore, rankAfter]),
  ).toEqual([
    ["王小明", 1, 1],
    ["李晓雯", 2, 2],
  ]);
  expect(same.candidates.every(({ scoreBefore, scoreAfter }) => scoreBefore === scoreAfter)).toBe(true);

  const { candidates, notCompared } = await ask([{ ...java, weight: 1 }, kafka]);
  expect(notCompared).toBe(0);
  expect(candidates.map(({ candidateName, rankBefore }) => [candidateName, rankBefore])).toEqual([
    ["李晓雯", 2],
    ["王小明", 1],
  ]);
  expect(candidates[0]?.reasons).toEqual([
    { text: "Java", before: "unknown", after: "unknown", isReweighted: true },
    { text: "Kafka", before: null, after: "met", isReweighted: false },
  ]);
  expect((await ask([kafka])).candidates[0]?.reasons).toContainEqual({
    ...{ text: "Java", before: "unknown", after: null, isReweighted: false },
  });
  const db = scopedDb(viewer.organisationId);
  expect(await db.positionVersion.count()).toBe(1);
  expect(await db.screeningRun.count()).toBe(2);

  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  await expect(previewChange({ positionId, content: position, viewer: manager })).rejects.toMatchObject({
    code: "forbidden",
  });
  const stranger = await makeRecruiter();
  await expect(previewChange({ positionId, content: position, viewer: stranger })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("what a person says instead of a verdict stands before and after", async () => {
  const viewer = await makeRecruiter();
  const [java, kafka] = [makeRequirement({ text: "Java" }), makeRequirement({ text: "Kafka" })];
  const { id: positionId } = await makePosition({ owner: viewer, requirements: [java, kafka] });
  const { id: resumeId } = await makeResume({ owner: viewer, bytes: resume("王小明", "Java") });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  const { id, currentRunId } = await scopedDb(viewer.organisationId).application.findFirstOrThrow();
  const said = { requirementKey: kafka.key, verdict: "met" as const, reason: "Told so", runId: currentRunId ?? "" };
  await overrideVerdict({ applicationId: id, ...said, viewer });
  const { comprehensiveScore } = await scopedDb(viewer.organisationId).screeningRun.findFirstOrThrow();
  const position = await findPosition({ positionId, viewer });
  if (!position) throw new Error("No position");
  const ask = (text: string) =>
    previewChange({ positionId, content: { ...position, requirements: [java, { ...kafka, text }] }, viewer });
  const { candidates } = await ask("Kafka");
  expect(candidates).toMatchObject([{ scoreBefore: comprehensiveScore, scoreAfter: comprehensiveScore }]);
  const [reworded] = (await ask("Kafka Streams")).candidates;
  expect(reworded).toMatchObject({ scoreBefore: comprehensiveScore, reasons: [{ before: "met", after: "unknown" }] });
  expect(reworded?.scoreAfter).toBeLessThan(comprehensiveScore ?? 0);
});

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { makePosition, makeRecruiter, makeResume, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { byAdviceAndScore } from "./by-advice-and-score";
import { findBoard } from "./find-board";

useWorkspace();

test("rows stand by advice and score, then those without a result; a page of them tells how many there are", async () => {
  const viewer = await makeRecruiter();
  const { id: positionId } = await makePosition({ owner: viewer });
  const resumeIds: string[] = [];
  for (let index = 0; index < 6; index += 1) {
    const bytes = Buffer.from(`Person ${randomUUID()}\nSkills\n${index % 2 ? "Java" : "Cooking"}\n`);
    resumeIds.push((await makeResume({ owner: viewer, bytes })).id);
  }
  await screen({ positionId, resumeIds, viewer });
  const db = scopedDb(viewer.organisationId);
  const applications = await db.application.findMany({ where: { positionId }, orderBy: { number: "asc" } });
  const outcomes = [
    ["mismatch", 80],
    ["reserve", 50.5],
    ["interview", 60],
    ["reserve", 70],
    ["interview", 60],
  ] as const;
  for (const [index, [advice, comprehensiveScore]] of outcomes.entries())
    await db.screeningRun.updateMany({
      where: { applicationId: applications[index]?.id },
      data: { advice, comprehensiveScore },
    });
  await db.application.update({ where: { id: applications[5]?.id ?? "" }, data: { currentRunId: null } });

  const board = await findBoard({ positionId, viewer });
  const places = board?.rows.map((row) => applications.findIndex(({ id }) => id === row.applicationId));
  expect(places).toEqual([2, 4, 3, 1, 0, 5]);
  const runs = board?.rows.flatMap(({ run }) => run ?? []) ?? [];
  expect(runs.toSorted(byAdviceAndScore)).toEqual(runs);

  const page = await findBoard({ positionId, viewer, limit: 2 });
  expect(page?.rows).toEqual(board?.rows.slice(0, 2));
  expect([board?.total, page?.total]).toEqual([6, 6]);
});

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { scopedDb } from "@/lib/db";
import { createInterview } from "@/lib/interview/create-interview";
import { decide } from "@/lib/screening/decide";
import { makePosition, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { exportFigures } from "./export-figures";
import { listAllBehind, listBehind } from "./list-behind";
import { readFigures } from "./read-figures";

useWorkspace();

const months = 6;
const dayMs = 86_400_000;

async function company() {
  const viewer = await makeViewer("admin");
  const { id: positionId } = await makePosition({ owner: viewer });
  const resumeIds: string[] = [];
  for (let made = 0; made < 3; made += 1) resumeIds.push((await makeResume({ owner: viewer })).id);
  await screen({ positionId, resumeIds, viewer });
  const db = scopedDb(viewer.organisationId);
  const applications = await db.application.findMany({ orderBy: { number: "asc" } });
  const [first, second] = applications;
  const choose = (row: typeof first, outcome: "advance" | "reject" | "hire") =>
    decide({ applicationId: row?.id ?? "", runId: row?.currentRunId ?? null, outcome, reason: outcome, viewer });
  await choose(first, "advance");
  await choose(first, "hire");
  await choose(second, "reject");
  return { viewer, positionId, db, applications };
}

test("every number of a figure is as long as the list behind it", async () => {
  const { viewer, applications } = await company();
  const asked = { language: "zh", level: "senior", minutes: 30, isPractice: false, scheduledAt: null } as const;
  await createInterview({ ...asked, applicationId: applications[0]?.id ?? "", participantIds: [], viewer });
  const figures = await readFigures({ viewer, months });
  const length = async (query: Pick<Parameters<typeof listBehind>[0], "figure" | "of" | "part">) => {
    const { total, rows } = await listBehind({ ...query, viewer, months, page: 1 });
    expect(rows).toHaveLength(total);
    expect(await listAllBehind({ ...query, viewer, months, page: 1 })).toEqual(rows);
    return total;
  };
  for (const { stage, reached, now } of figures.funnel) {
    expect(await length({ figure: "funnel", of: stage, part: "" }), stage).toBe(reached);
    expect(await length({ figure: "funnel", of: stage, part: "now" }), stage).toBe(now);
  }
  for (const { stage, count } of figures.time)
    expect(await length({ figure: "time", of: stage, part: "" })).toBe(count);
  for (const { source, candidates, interviewed, hired } of figures.sources) {
    expect(await length({ figure: "sources", of: source, part: "" })).toBe(candidates);
    expect(await length({ figure: "sources", of: source, part: "interviewed" })).toBe(interviewed);
    expect(await length({ figure: "sources", of: source, part: "hired" })).toBe(hired);
  }
  for (const { advice, onward, rejected, held } of figures.agreement.rows) {
    expect(await length({ figure: "agreement", of: advice, part: "onward" })).toBe(onward);
    expect(await length({ figure: "agreement", of: advice, part: "rejected" })).toBe(rejected);
    expect(await length({ figure: "agreement", of: advice, part: "held" })).toBe(held);
  }
  const { agreed, differed } = figures.agreement;
  expect(await length({ figure: "agreement", of: "agreed", part: "" })).toBe(agreed);
  expect(await length({ figure: "agreement", of: "differed", part: "" })).toBe(differed);
  expect(figures.load).toMatchObject([{ userId: viewer.userId, planned: 1, held: 0, owed: 0 }]);
  expect(await length({ figure: "load", of: viewer.userId, part: "planned" })).toBe(1);
});

test("the funnel counts who went further, and time in a stage runs until it is left", async () => {
  const { viewer, db, applications } = await company();
  const [first] = applications;
  const begun = new Date(Date.now() - 10 * dayMs);
  await db.application.updateMany({ where: { id: first?.id }, data: { createdAt: begun } });
  await db.screeningRun.updateMany({
    where: { applicationId: first?.id },
    data: { finishedAt: new Date(begun.getTime() + 2 * dayMs) },
  });
  const { funnel, time } = await readFigures({ viewer, months });
  const of = (key: string) => funnel.find(({ stage }) => stage === key);
  expect([of("applied")?.reached, of("screened")?.reached, of("interview")?.reached, of("hired")?.reached]).toEqual([
    3, 3, 1, 1,
  ]);
  expect([of("hired")?.now, of("rejected")?.now, of("screened")?.now]).toEqual([1, 1, 1]);
  expect(time.find(({ stage }) => stage === "applied")?.slowDays).toBe(2);
  expect(time.find(({ stage }) => stage === "screened")?.slowDays).toBe(8);
  expect((await readFigures({ viewer, months, now: new Date(Date.now() + 400 * dayMs) })).funnel[0]?.reached).toBe(0);
});

test("figures are of what the viewer sees, and models' cost is the admin's", async () => {
  const { viewer, db, positionId } = await company();
  const usage = { organisationId: viewer.organisationId, month: new Date().toISOString().slice(0, 7), task: "summary" };
  await db.modelUsage.create({
    data: { ...usage, model: "m", currency: "CNY", calls: 2, cost: 1.5, inputTokens: 100 },
  });
  expect((await readFigures({ viewer, months })).spend).toMatchObject([{ calls: 2, tokens: 100, cost: 1.5 }]);
  const recruiter = await makeRecruiter({ colleague: viewer });
  expect((await readFigures({ viewer: recruiter, months })).spend).toBeNull();
  const manager = await makeViewer("hiring_manager", { colleague: viewer });
  expect((await readFigures({ viewer: manager, months })).funnel[0]?.reached).toBe(0);
  expect(
    await listBehind({ viewer: await makeRecruiter(), months, figure: "funnel", of: "applied", part: "", page: 1 }),
  ).toEqual({ total: 0, rows: [] });
  expect((await readFigures({ viewer, months, positionId: randomUUID() })).funnel[0]?.reached).toBe(0);
  const interviewer = await makeViewer("interviewer", { colleague: viewer });
  await expect(readFigures({ viewer: interviewer, months })).rejects.toMatchObject({ code: "forbidden" });
  const { body } = await exportFigures({ viewer, months, positionId, format: "csv", locale: "zh" });
  expect(String(body)).toContain("已筛选,3,1");
});

import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { applyChanges } from "@/lib/interview/apply-changes";
import { createInterview } from "@/lib/interview/create-interview";
import { finishInterview } from "@/lib/interview/finish-interview";
import { startInterview } from "@/lib/interview/hold-interview";
import { saveScorecard } from "@/lib/interview/save-scorecard";
import { setBlind } from "@/lib/position/set-blind";
import { exportFinalists } from "@/lib/report/export-finalists";
import { makeApplication, makeRecruiter, makeResume, makeViewer, screen } from "@/lib/testing/factories";
import { useWorkspace } from "@/lib/testing/workspace";
import { findFinalists } from "./find-finalists";
import { dimensionWeights, finalScore, levelOf, recommendationDimensions } from "./kinds";
import { findRecommendation, makeRecommendation } from "./make-recommendation";
import { remakeRecommendation } from "./remake-recommendation";

useWorkspace();

const good =
  "I split the order system into services with Java. I chose Kafka because the peaks of 8000 orders a second broke the old queue, and I cut the response time from 800 ms to 120 ms. At first messages were lost, so I added an idempotency table and a retry queue.";

async function interview(viewer: Viewer, applicationId: string, said = good) {
  const wanted = { language: "en", level: "senior", minutes: 30, isPractice: false, scheduledAt: null } as const;
  const { id: interviewId } = await createInterview({ ...wanted, applicationId, participantIds: [], viewer });
  await startInterview({ interviewId, consent: "none", viewer });
  const turnId = randomUUID();
  const question = { planKey: null, requirementKey: null, skills: ["Java"], difficulty: 5, source: "own" as const };
  const place = { startSeconds: 1, endSeconds: 30, speaker: "candidate" as const, source: "typed" as const };
  await applyChanges({
    turns: [{ id: turnId, question: { ...question, text: "How did you use Java?" }, startSeconds: 0 }],
    segments: [{ id: randomUUID(), turnId, text: said, ...place, edit: 1 }],
    ...{ interviewId, viewer },
  });
  await finishInterview({ interviewId, viewer });
}

test("the score is HRM2's formula over what is known, with HRM2's thresholds", () => {
  const weights = recommendationDimensions.map((key) => dimensionWeights[key]);
  const of = (scores: (number | null)[]) =>
    finalScore(scores.flatMap((score, index) => (score === null ? [] : [{ weight: weights[index] ?? 0, score }])));
  expect(of([5, 4, 3, 5, 2])).toBe(76.2);
  expect(levelOf(76.2)).toBe("recommend");
  expect(of([3, 3, 3, 3, 3])).toBe(50);
  expect(levelOf(50)).toBe("not_recommend");
  expect(of([5, null, null, 5, null])).toBe(100);
  expect(of([null, null, null, null, null])).toBeNull();
  expect([84.9, 85, 70, 69.9, 55, 54.9].map(levelOf)).toEqual([
    "recommend",
    "strong_recommend",
    "recommend",
    "cautious",
    "cautious",
    "not_recommend",
  ]);
});

test("what no source speaks of is unknown, left out and widens the range; an interview adds what it shows", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId } = await makeApplication({ owner: viewer });
  const first = await makeRecommendation({ applicationId, viewer });
  const of = (made: typeof first, key: string) => made.result.dimensions.find((one) => one.key === key);
  expect(of(first, "interview_performance")).toMatchObject({ score: null });
  expect(of(first, "cultural_fit")?.subScores.map(({ value }) => value === null)).toEqual([true, true, true, false]);
  expect(first.result.sources).toEqual({ screening: true, interviews: 0, scorecards: 0 });
  const { value = 0, low = 0, high = 0 } = first.result.score ?? {};
  expect(low).toBeLessThan(value);
  expect(high).toBeGreaterThan(value);
  expect(high - low).toBeGreaterThan(40);

  await interview(viewer, applicationId);
  expect(await findRecommendation({ applicationId, viewer })).toMatchObject({ id: first.id, isOutdated: true });
  const second = await makeRecommendation({ applicationId, viewer });
  expect(second).toMatchObject({ isOutdated: false, before: { score: value } });
  expect(of(second, "interview_performance")?.score).toBeGreaterThan(2);
  const range = (second.result.score?.high ?? 0) - (second.result.score?.low ?? 0);
  expect(range).toBeLessThan(high - low);
  const spoken = second.result.dimensions.flatMap(({ subScores }) =>
    subScores.flatMap(({ evidence }) => evidence.flatMap(({ answerQuotes }) => answerQuotes)),
  );
  expect(spoken.length).toBeGreaterThan(0);
  for (const quote of spoken) expect(good.slice(quote.start, quote.end)).toBe(quote.text);
  const again = await makeRecommendation({ applicationId, viewer });
  expect(JSON.stringify(again.result)).toBe(JSON.stringify(second.result));
});

test("every requirement has what each source says, sources that differ stand out, and what moved is told", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId, resumeId } = await makeApplication({ owner: viewer });
  const db = scopedDb(viewer.organisationId);
  const first = await makeRecommendation({ applicationId, viewer });
  expect(first.result.matrix.columns.map(({ kind }) => kind)).toEqual(["resume", "screening"]);
  const row = (made: typeof first) => made.result.matrix.rows.find(({ kind }) => kind === "requirement");
  const { key = "", entries = [] } = row(first) ?? {};
  expect(entries.map(({ column, mark }) => [column, mark])).toEqual([
    ["resume", "met"],
    ["screening", "met"],
  ]);
  const [quote] = entries[0]?.resumeQuotes ?? [];
  const { text } = await db.resumeContent.findUniqueOrThrow({ where: { resumeId } });
  expect(text.slice(quote?.start, quote?.end)).toBe(quote?.text);

  await interview(viewer, applicationId);
  const { id: interviewId } = await db.interview.findFirstOrThrow();
  const line = { requirementKey: key, rating: 1, comment: "could not write a loop" };
  const scorecard = { lines: [line], recommendation: "no" as const, comment: "" };
  await saveScorecard({ interviewId, ...scorecard, isSubmitted: true, viewer });
  const lines = [{ startSeconds: 7, endSeconds: 9, speaker: "", text: "I have used Java for years" }];
  const video = { name: "v", candidateName: "x", positionApplied: "x", fileSize: 1, storageKey: "none" };
  const { organisationId } = viewer;
  await db.video.create({
    data: { ...video, organisationId, resumeId, transcript: { source: "vtt", hasTimes: true, lines } },
  });
  expect(await findRecommendation({ applicationId, viewer })).toMatchObject({
    ...{ id: first.id, isOutdated: true, changed: ["interviews", "scorecards", "video"] },
  });

  expect(await remakeRecommendation({ organisationId, applicationId })).toEqual({ outcome: "made" });
  expect(await remakeRecommendation({ organisationId, applicationId })).toEqual({ outcome: "current" });
  const second = await findRecommendation({ applicationId, viewer });
  if (!second) throw new Error("there is none");
  const found = row(second);
  expect(second.result.matrix.columns.map(({ kind }) => kind)).toEqual([
    ...["resume", "screening", "interview", "video", "scorecards"],
  ]);
  expect(found?.isConflict).toBe(true);
  expect(found?.entries.find(({ column }) => column === "scorecards")).toMatchObject({
    ...{ value: 1, by: viewer.name, comment: line.comment },
  });
  expect(found?.entries.find(({ column }) => column === "video")?.videoQuotes).toEqual([
    { startSeconds: 7, speaker: "", text: "I have used Java for years" },
  ]);
  expect(second.result.conflicts.map(({ subScore }) => subScore)).toContain("core_skills");
  expect(second.moved.map((one) => `${one.kind} ${one.key}`)).toContain("dimension interview_performance");
  expect(second.result.open.every(({ points }) => points > 0)).toBe(true);
  const { open } = second.result;
  expect(open.map(({ points }) => points)).toEqual(open.map(({ points }) => points).toSorted((a, b) => b - a));
});

test("finalists stand beside each other with what is known of each", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId, positionId } = await makeApplication({ owner: viewer });
  const { id: resumeId } = await makeResume({ owner: viewer });
  await screen({ positionId, resumeIds: [resumeId], viewer });
  const { result } = await makeRecommendation({ applicationId, viewer });
  const alone = await findFinalists({ positionId, viewer });
  expect(alone?.finalists).toMatchObject([{ applicationId, recommendation: { score: result.score } }]);
  const other = await scopedDb(viewer.organisationId).application.findFirstOrThrow({ where: { resumeId } });
  const both = await findFinalists({ positionId, applicationIds: [other.id, applicationId], viewer });
  expect(both?.finalists.map((one) => [one.applicationId, one.recommendation === null])).toEqual([
    [other.id, true],
    [applicationId, false],
  ]);
  expect(both?.finalists[1]?.recommendation?.marks).toHaveLength(both?.requirements.length ?? 0);
  expect(await findFinalists({ positionId, viewer: await makeRecruiter() })).toBeNull();

  const exported = { positionId, format: "csv", locale: "en" } as const;
  const { body } = await exportFinalists({ ...exported, viewer });
  expect(String(body)).toMatch(/Aspect,.+\r\nRecommendation,/);
  await expect(exportFinalists({ ...exported, viewer: await makeRecruiter() })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("it is made for who may see screenings of the position, and names nobody who is hidden", async () => {
  const viewer = await makeRecruiter();
  const { id: applicationId, positionId } = await makeApplication({ owner: viewer });
  await makeRecommendation({ applicationId, viewer });
  for (const other of [await makeRecruiter(), await makeViewer("hiring_manager", { colleague: viewer })])
    await expect(makeRecommendation({ applicationId, viewer: other })).rejects.toMatchObject({ code: "not_found" });
  const interviewer = await makeViewer("interviewer", { colleague: viewer });
  await expect(findRecommendation({ applicationId, viewer: interviewer })).rejects.toMatchObject({ code: "forbidden" });
  await setBlind({ positionId, blind: "person", viewer });
  const { result } = (await findRecommendation({ applicationId, viewer })) ?? {};
  expect(JSON.stringify(result)).not.toMatch(/@example/);
});

import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { saveModelSettings } from "@/lib/ai/settings/save-model-settings";
import type { Viewer } from "@/lib/auth/viewer";
import { scopedDb } from "@/lib/db";
import { makeResume, makeViewer } from "@/lib/testing/factories";
import { namedModels } from "@/lib/testing/model-settings";
import { fails, type ModelServer, says, startModelServer } from "@/lib/testing/openai-server";
import { useWorkspace } from "@/lib/testing/workspace";
import { middleZh } from "./fixtures/resumes";
import { makeReview } from "./make-review";
import { requestReview } from "./request-review";
import { review } from "./schema";

useWorkspace();

let server: ModelServer;
let viewer: Viewer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  viewer = await makeViewer("admin");
});

const modelNames = namedModels({ review: "writer-1" });
const limits = { prices: [], currency: "CNY" as const, monthlyTokenCap: null, monthlyCostCap: null };
const setUp = () =>
  saveModelSettings({
    ...{ viewer, baseUrl: server.baseUrl, apiKey: "sk-test", modelNames, fillsFields: false, asksExperts: false },
    ...limits,
  });

async function reviewed(text = middleZh) {
  const { organisationId } = viewer;
  const { id: resumeId } = await makeResume({ owner: viewer, bytes: Buffer.from(text) });
  await requestReview({ resumeId, viewer });
  const { id: reviewId } = await scopedDb(organisationId).resumeReview.findFirstOrThrow({ where: { resumeId } });
  await makeReview({ organisationId, reviewId });
  const row = await scopedDb(organisationId).resumeReview.findFirstOrThrow({ where: { resumeId } });
  return { row, result: review.parse(row.result) };
}

const advice = { fact: "F1", issue: "首页接口的优化没有写出效果。", recommendation: "写明优化前后的响应时间。" };

test("a model words the advice; scores, categories and priorities stay", async () => {
  const plain = await reviewed();
  viewer = await makeViewer("admin");
  await setUp();
  server.script(says({ summary: "经历清楚，缺少结果。", suggestions: [advice] }));
  const { row, result } = await reviewed();
  expect(row).toMatchObject({ state: "completed", engine: "model", score: plain.result.overall });
  expect(result.words).toEqual({ model: "writer-1", failureReason: null });
  expect(result.scores).toEqual(plain.result.scores);
  expect(result.measures).toEqual(plain.result.measures);
  const { issue, recommendation } = advice;
  expect(result.suggestions[0]).toEqual({ ...plain.result.suggestions[0], issue, recommendation });
  expect(result.suggestions.slice(1)).toEqual(plain.result.suggestions.slice(1));
  expect(result.summary).toBe(`经历清楚，缺少结果。 ${plain.result.summary}`);
});

test("what is sent holds no name, phone or address of the person", async () => {
  await setUp();
  server.script(says({ summary: "经历清楚。", suggestions: [] }));
  await reviewed(middleZh.replace("- 参与数据库设计", "- 参与数据库设计，陈思远负责联调"));
  const sent = JSON.stringify(server.requests);
  expect(sent).toContain("F1");
  for (const secret of ["陈思远", "13900003333", "chen.siyuan"]) expect(sent).not.toContain(secret);
});

test.each([
  ["a number of its own", { ...advice, recommendation: "写成：响应时间降低 60%。" }],
  ["words that are not there", { ...advice, issue: "“主导了首页改版”没有效果。" }],
  ["a fault that is not there", { ...advice, fact: "F99" }],
  ["nothing", { ...advice, issue: " " }],
])("a model that says %s twice is not kept", async (_, wrong) => {
  await setUp();
  server.script(says({ summary: "经历清楚。", suggestions: [wrong] }));
  const { row, result } = await reviewed();
  expect(row).toMatchObject({ state: "completed", engine: "built-in" });
  expect(result.words).toEqual({ model: "writer-1", failureReason: "invented" });
  expect(result.summary).toMatch(/^总分/);
  expect(server.requests).toHaveLength(2);
});

test("when the model fails, the built-in words stand and the reason beside them", async () => {
  await setUp();
  server.script(fails(401));
  const { row, result } = await reviewed();
  expect(row).toMatchObject({ state: "completed", engine: "built-in", failureReason: null });
  expect(result.words?.failureReason).toBe("unauthorised");
});
